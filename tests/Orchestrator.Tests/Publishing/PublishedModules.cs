using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>All modules, published once for all tests.</summary>
public sealed partial class PublishedModules : IDisposable
{
    private const string Provider = """
        terraform {
          required_providers {
            aws = {
              source = "hashicorp/aws"
            }
          }
        }

        provider "aws" {
          region = "eu-central-1"
        }

        """;

    private readonly Scratch _scratch = new();
    private readonly Lazy<Task<string>> _fromArchives;

    public PublishedModules()
    {
        var result = _scratch.Run("publish", "--out", "modules");
        Assert.True(result.ExitCode == 0, result.Error);
        Output = result.Output;
        _fromArchives = new(FromArchivesAsync);
    }

    /// <summary>The modules that there are, as the checkout's sources name them.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("modules", "Publishing", "Modules")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>What the command printed.</summary>
    internal string Output { get; }

    /// <summary>Where the modules are.</summary>
    internal string Root => _scratch.PathOf("modules");

    /// <summary>A directory beside that of the modules.</summary>
    internal string Beside(string name) => Directory.CreateDirectory(_scratch.PathOf(name)).FullName;

    /// <summary>The directory of the stack of the manifest that says what a module's complete example says.</summary>
    internal string Synthesize(string name)
    {
        var result = _scratch.Run("synth", Repository.PathOf("tests", "Orchestrator.Tests", "Publishing", $"{name}.yaml"));
        Assert.True(result.ExitCode == 0, result.Error);
        return _scratch.PathOf("cdktf.out", "stacks", "published-modules");
    }

    /// <summary>Where Terraform has put the modules that it has fetched by their archives from a web server, a folder each; their minimal examples are valid.</summary>
    internal Task<string> FromArchives => _fromArchives.Value;

    /// <summary>A configuration that calls all modules as some of their examples do, from wherever.</summary>
    internal string Calls(IReadOnlyList<string> examples, Func<string, string> sourceOf) =>
        Provider + string.Join('\n', Names.SelectMany(name => examples.Select(example => Call(name, example, sourceOf(name)))));

    public void Dispose() => _scratch.Dispose();

    private async Task<string> FromArchivesAsync()
    {
        await using var server = new LoopbackServer((context, _) => context.Response.OutputStream.WriteAsync(File.ReadAllBytes(Path.Combine(Root, context.Request.Url!.AbsolutePath.TrimStart('/')))).AsTask());
        var archives = JsonNode.Parse(_scratch.Read("modules", "index.json"))!["modules"]!.AsArray().ToDictionary(module => (string)module!["name"]!, module => (string)module!["archive"]!);
        var directory = Beside("from-archives");
        File.WriteAllText(Path.Combine(directory, "main.tf"), Calls(["minimal"], name => $"http://{server.Authority}/{archives[name]}//hcl"));
        new TerraformDirectory(directory).Validate();
        var fetched = Beside("fetched");
        foreach (var name in Names)
        {
            Directory.Move(Path.Combine(directory, ".terraform", "modules", $"{name.Replace('-', '_')}_minimal"), Path.Combine(fetched, name));
        }
        return fetched;
    }

    private string Call(string name, string example, string source)
    {
        var call = string.Join('\n', ModuleOrVariable().Matches(_scratch.Read("modules", name, "examples", example, "main.tf")));
        return call
            .Replace($"module \"{name.Replace('-', '_')}\"", $"module \"{name.Replace('-', '_')}_{example}\"", StringComparison.Ordinal)
            .Replace("\"../../hcl\"", $"\"{source}\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("^(module|variable) \".*?^}\n", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModuleOrVariable();
}
