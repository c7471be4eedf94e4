using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Publishing;

/// <summary>All modules, published once for all tests.</summary>
public sealed partial class PublishedModules : IDisposable
{
    private readonly Scratch _scratch = new();

    public PublishedModules()
    {
        var result = _scratch.Run("publish", "--out", "modules");
        Assert.True(result.ExitCode == 0, result.Error);
        Output = result.Output;
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

    /// <summary>The calls of all modules as their examples have them, with the code in one of the two syntaxes.</summary>
    internal string Calls(string syntax) => string.Join('\n', Names.SelectMany(name => new[] { "minimal", "complete" }.Select(example => Call(name, example, syntax))));

    public void Dispose() => _scratch.Dispose();

    private string Call(string name, string example, string syntax)
    {
        var call = string.Join('\n', ModuleOrVariable().Matches(_scratch.Read("modules", name, "examples", example, "main.tf")));
        return call
            .Replace($"module \"{name.Replace('-', '_')}\"", $"module \"{name.Replace('-', '_')}_{example}\"", StringComparison.Ordinal)
            .Replace("\"../../hcl\"", $"\"../modules/{name}/{syntax}\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("^(module|variable) \".*?^}\n", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModuleOrVariable();
}
