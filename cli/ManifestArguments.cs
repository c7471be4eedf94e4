using System.CommandLine;
using System.Text.Json;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary>
/// Which manifests a command is about: those of its arguments; else the file in ORCHESTRATOR_MANIFEST; else what the current directory's cdktf.json
/// names under <c>context.manifests</c>. A directory stands for every .yaml and .yml file in it.
/// </summary>
internal static class ManifestArguments
{
    private const string Variable = "ORCHESTRATOR_MANIFEST";

    /// <summary>Lets manifests read files from elsewhere.</summary>
    internal static readonly Option<bool> FilesOutside = new("--allow-files-outside") { Description = "Lets ${file:…} of a manifest name a file outside the manifest's directory, and a manifest be a link to outside.", Recursive = true };

    private static bool AllowsFilesOutside => Environment.GetCommandLineArgs().Contains(FilesOutside.Name);

    internal static Argument<string[]> Create() => new("MANIFEST")
    {
        Description = $"Manifests, or directories of manifests; - is standard input. Unless given, the file in {Variable}, or what cdktf.json here names.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal static Option<string[]> Environments() => new("--environment") { Description = "Only the stacks of this environment; may be repeated. Those of all environments unless given.", HelpName = "NAME" };

    /// <summary>Reads and checks the manifests.</summary>
    /// <param name="arguments">The manifests that are named; none for those that the settings name.</param>
    /// <param name="environments">The environments that are wanted; none for all.</param>
    /// <exception cref="Failure">There are none, or one cannot be read.</exception>
    internal static IReadOnlyList<ManifestResult> Read(IReadOnlyList<string> arguments, IReadOnlyList<string> environments)
    {
        var files = Files(arguments);
        var manifests = files.SelectMany(file => ReadFile(file, environments)).ToList();
        var missing = environments.Except(manifests.Select(EnvironmentOf)).ToList();
        if (missing.Count > 0 && manifests.TrueForAll(manifest => manifest.Props is not null))
        {
            var known = files.SelectMany(file => ReadFile(file, [])).Select(EnvironmentOf).Distinct();
            throw new Failure($"there is no environment {string.Join(", ", missing)}: there are {string.Join(", ", known)}");
        }
        return NamesAcrossManifests.Check(StackNames.Check(manifests));
    }

    private static string? EnvironmentOf(ManifestResult manifest) => manifest.Environment ?? manifest.Props?.Environment;

    private static IReadOnlyList<ManifestResult> ReadFile(string file, IReadOnlyList<string> environments)
    {
        try
        {
            // Who sends a pull request may make a manifest a link to any file of the machine, and findings quote what they find.
            if (!AllowsFilesOutside && InputFile.IsOutside(file, Path.GetDirectoryName(Path.GetFullPath(file))!) && InputFile.IsOutside(file, Environment.CurrentDirectory) && !file.StartsWith("/dev/fd/", StringComparison.Ordinal))
            {
                throw new Failure($"manifest {file} is a link to {InputFile.RealPath(file)}, outside its directory and the current one: name that file itself, or say {FilesOutside.Name} where nobody else writes manifests");
            }
            return ManifestReader.ReadEnvironments(file, Today.Date, AllowsFilesOutside, environments.Count == 0 ? null : environments);
        }
        catch (InputFileException exception)
        {
            throw new Failure($"manifest {file} cannot be read: {exception.Message}");
        }
    }

    private static List<string> Files(IReadOnlyList<string> arguments)
    {
        var named = arguments.Count > 0 ? arguments : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? [file] : FromSettings();
        var files = named.SelectMany(Expand).Distinct().ToList();
        return files.Count > 0 ? files : throw new Failure($"no manifest is given: name one, set {Variable}, or list some under context.manifests in a cdktf.json here");
    }

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal)
        : [path];

    /// <summary>cdktf itself reads the same file and starts this program in its directory.</summary>
    private static List<string> FromSettings()
    {
        const string settings = "cdktf.json";
        if (!File.Exists(settings))
        {
            return [];
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(settings));
            return document.RootElement.TryGetProperty("context", out var context) && context.TryGetProperty("manifests", out var manifests)
                ? [.. manifests.EnumerateArray().Select(manifest => manifest.GetString()!)]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new Failure($"{settings} is not as it must be: context.manifests is a list of paths");
        }
    }
}
