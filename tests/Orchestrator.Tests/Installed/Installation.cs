using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Installed;

/// <summary>The packages of this checkout, and the tool installed from them into an empty home.</summary>
[CollectionDefinition(nameof(Installation))]
public sealed partial class Installation : ICollectionFixture<Installation>, IDisposable
{
    private const string Program = "orchestrator";
    private readonly Scratch _scratch = new();

    public Installation()
    {
        foreach (var directory in new[] { Home, Path.Combine(Home, "programs") })
        {
            Directory.CreateDirectory(directory);
        }
        // As the README has it, but that it is packed for this machine alone.
        var install = InstallBlock().Match(File.ReadAllText(Repository.PathOf("README.md"))).Groups["text"].Value.TrimEnd('\n').Split('\n').Select(line => line.Split(' ')[1..]).ToList();
        Expect(Processes.Run(Repository.PathOf("orchestrator"), [.. install[0], "--runtime", Runtime], _scratch.Root));
        Expect(Dotnet(_scratch.Root, install[1]));
    }

    /// <summary>What this machine runs.</summary>
    internal static string Runtime { get; } = $"{(OperatingSystem.IsMacOS() ? "osx" : "linux")}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";

    /// <summary>Where the packages are.</summary>
    internal string Packages => _scratch.PathOf("packages");

    /// <summary>The program.</summary>
    internal string Tool => Path.Combine(Home, ".dotnet", "tools", Program);

    private static string DotnetRoot => Path.GetDirectoryName(Environment.ProcessPath!)!;

    private string Home => _scratch.PathOf("home");

    public void Dispose() => _scratch.Dispose();

    /// <summary>Runs the tool in a directory, where there is nothing but itself and what is named.</summary>
    internal ProcessResult Run(string directory, IReadOnlyList<string> arguments, params IReadOnlyList<string> programs)
    {
        foreach (var program in programs)
        {
            var link = Path.Combine(Home, "programs", program);
            if (!File.Exists(link))
            {
                File.CreateSymbolicLink(link, Found(program));
            }
        }
        return Processes.Run(Tool, arguments, directory, Variables($"{Path.GetDirectoryName(Tool)}{(programs.Count > 0 ? $":{Path.Combine(Home, "programs")}" : "")}"));
    }

    /// <summary>Runs dotnet with nothing in its caches; what this machine has fetched before need not be fetched again.</summary>
    internal ProcessResult Dotnet(string directory, params IReadOnlyList<string> arguments) =>
        Processes.Run(Environment.ProcessPath!, arguments, directory, Variables(Environment.GetEnvironmentVariable("PATH")!));

    /// <summary>Runs a script of bash with variables.</summary>
    internal ProcessResult RunScript(string directory, string script, params IEnumerable<(string Name, string Value)> variables)
    {
        var all = Variables(Environment.GetEnvironmentVariable("PATH")!);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }
        return Processes.Run("bash", ["-eo", "pipefail", script], directory, all);
    }

    private static void Expect(ProcessResult result) => Assert.True(result.ExitCode == 0, result.Output + result.Error);

    private static string Found(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(directory => Path.Combine(directory, program)).First(File.Exists);

    private Dictionary<string, string?> Variables(string path) => new()
    {
        ["HOME"] = Home,
        ["PATH"] = path,
        ["DOTNET_ROOT"] = DotnetRoot,
        ["DOTNET_CLI_HOME"] = Home,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["NUGET_PACKAGES"] = Path.Combine(Home, "packages"),
        ["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        ["NO_COLOR"] = "1",
        ["ORCHESTRATOR_MANIFEST"] = null,
        ["ORCHESTRATOR_COMMAND"] = null,
        ["CDKTF_OUTDIR"] = null,
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    [GeneratedRegex("## Install\n.*?```sh\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstallBlock();
}
