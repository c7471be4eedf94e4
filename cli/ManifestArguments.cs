using System.CommandLine;
using System.Text.Json;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;

namespace Orchestrator.Cli;

/// <summary>
/// Which manifests a command is about: those of its arguments; else the file in ORCHESTRATOR_MANIFEST; else what cdktf.json names under
/// <c>context.manifests</c>. A directory stands for every .yaml and .yml file in it.
/// </summary>
internal static class ManifestArguments
{
    private const string Variable = "ORCHESTRATOR_MANIFEST";

    internal static Argument<string[]> Create() => new("MANIFEST")
    {
        Description = $"Manifests, or directories of manifests. Unless given, the file in {Variable}, or what cdktf.json names.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Reads and checks the manifests.</summary>
    /// <exception cref="Failure">There are none, or one cannot be read.</exception>
    internal static IReadOnlyList<ManifestResult> Read(IReadOnlyList<string> arguments)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var manifests = Files(arguments).Select(file => ReadFile(file, today)).ToList();
        return NamesAcrossManifests.Check(StackNames.Check(manifests));
    }

    private static ManifestResult ReadFile(string file, DateOnly today)
    {
        try
        {
            return ManifestReader.ReadFile(file, today);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"manifest {file} cannot be read: {(File.Exists(file) ? "permission denied" : "there is no such file")}");
        }
    }

    private static IEnumerable<string> Files(IReadOnlyList<string> arguments)
    {
        var named = arguments.Count > 0 ? arguments : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? [file] : FromSettings();
        var files = named.SelectMany(Expand).Distinct().ToList();
        return files.Count > 0 ? files : throw new Failure($"no manifest is given: name one, set {Variable}, or list some in cdktf.json under context.manifests");
    }

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal)
        : [path];

    /// <summary>cdktf itself reads the same file and starts this program in its directory.</summary>
    private static List<string> FromSettings()
    {
        var settings = File.Exists("cdktf.json") ? "cdktf.json" : Path.Combine(Checkout.Root, "cdktf.json");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(settings));
            return document.RootElement.TryGetProperty("context", out var context) && context.TryGetProperty("manifests", out var manifests)
                ? [.. manifests.EnumerateArray().Select(manifest => Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(Path.GetFullPath(settings))!, manifest.GetString()!)))]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new Failure($"{settings} is not as it must be: context.manifests is a list of paths");
        }
    }
}
