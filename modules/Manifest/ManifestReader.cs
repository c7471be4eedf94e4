using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Text;

namespace Orchestrator.Modules.Manifest;

/// <summary>Reads manifests and checks them, without starting node.</summary>
public static class ManifestReader
{
    /// <summary>What is longer is no manifest, and its length not told.</summary>
    private const int LongestFile = 16 * YamlTree.LongestText;

    /// <summary>Reads and checks a file, for each of its environments. All that is wrong with it is in the results; nothing is thrown for what the file says.</summary>
    /// <param name="path">The file; <c>-</c> is standard input. Findings name it as it is given here.</param>
    /// <param name="today">The day that decides which suppressions have expired.</param>
    /// <param name="allowsFilesOutside">Whether <c>${file:path}</c> may name a file outside the manifest's directory; false unless given.</param>
    /// <param name="only">The environments that are read; all of them unless given.</param>
    /// <returns>A result for each environment, in the order of the text; none where it has no such environment. What cannot be read is one result, without props.</returns>
    /// <exception cref="InputFileException">The file cannot be read, is a device or a pipe, or has more than 16 MiB.</exception>
    public static IReadOnlyList<ManifestResult> ReadEnvironments(string path, DateOnly today, bool allowsFilesOutside = false, IReadOnlyCollection<string>? only = null)
    {
        var bytes = InputFile.Read(path, LongestFile);
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return ReadEnvironments(text.TrimStart('\uFEFF'), path, directory, Environment.GetEnvironmentVariable, today, allowsFilesOutside, only);
        }
        catch (DecoderFallbackException)
        {
            var problems = new Problems(path);
            problems.Add(ManifestRules.Syntax, new Mark(1, 1), "", "The manifest is not UTF-8", "other bytes", "text in UTF-8", "save it as UTF-8");
            return [Unreadable(problems)];
        }
    }

    /// <summary>Reads and checks a text, for each of its environments.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="file">The name that findings give it.</param>
    /// <param name="directory">The directory that <c>${file:path}</c> counts from.</param>
    /// <param name="variable">Gives an environment variable's value, or null.</param>
    /// <param name="today">The day that decides which suppressions have expired.</param>
    /// <param name="allowsFilesOutside">Whether <c>${file:path}</c> may name a file outside that directory; false unless given.</param>
    /// <param name="only">The environments that are read; all of them unless given.</param>
    public static IReadOnlyList<ManifestResult> ReadEnvironments(string text, string file, string directory, Func<string, string?> variable, DateOnly today, bool allowsFilesOutside = false, IReadOnlyCollection<string>? only = null)
    {
        var problems = new Problems(file);
        if (YamlTree.Read(text, problems) is not { } top || !ManifestEnvironments.Check(top, problems))
        {
            return [Unreadable(problems)];
        }
        if (ManifestEnvironments.NamesOf(top) is not { Count: > 0 } environments)
        {
            var single = Read(top, problems, directory, variable, today, allowsFilesOutside);
            return only is null || single.Props is null || only.Contains(single.Props.Environment) ? [single] : [];
        }
        var results = new List<ManifestResult>();
        foreach (var environment in environments.Where(environment => only?.Contains(environment) != false))
        {
            // What is wrong with the text as a whole is told with the first.
            problems = results.Count == 0 ? problems : new Problems(file);
            var result = Read(ManifestEnvironments.Of(top, environment, problems), problems, directory, variable, today, allowsFilesOutside);
            results.Add(result with { Environment = environment, Findings = [.. result.Findings.Select(finding => finding with { Environment = environment })] });
        }
        return results;
    }

    /// <summary>Reads and checks a file of one environment.</summary>
    /// <param name="path">The file. Findings name it as it is given here.</param>
    /// <param name="today">The day that decides which suppressions have expired.</param>
    /// <exception cref="InputFileException">The file cannot be read, is a device or a pipe, or has more than 16 MiB.</exception>
    /// <exception cref="ArgumentException">It has several environments.</exception>
    public static ManifestResult ReadFile(string path, DateOnly today) => Single(ReadEnvironments(path, today));

    /// <summary>Reads and checks a text of one environment.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="file">The name that findings give it.</param>
    /// <param name="directory">The directory that <c>${file:path}</c> counts from.</param>
    /// <param name="variable">Gives an environment variable's value, or null.</param>
    /// <param name="today">The day that decides which suppressions have expired.</param>
    /// <param name="allowsFilesOutside">Whether <c>${file:path}</c> may name a file outside that directory; false unless given.</param>
    /// <exception cref="ArgumentException">It has several environments.</exception>
    public static ManifestResult Read(string text, string file, string directory, Func<string, string?> variable, DateOnly today, bool allowsFilesOutside = false) =>
        Single(ReadEnvironments(text, file, directory, variable, today, allowsFilesOutside));

    private static ManifestResult Single(IReadOnlyList<ManifestResult> results) =>
        results is [var single] ? single : throw new ArgumentException($"the manifest has {results.Count} environments: read it by {nameof(ReadEnvironments)}", nameof(results));

    private static ManifestResult Unreadable(Problems problems) => new(problems.File, null, new Model(), [.. problems.Findings.Select(new Secrets().Hide)], []);

    private static ManifestResult Read(MappingNode top, Problems problems, string directory, Func<string, string?> variable, DateOnly today, bool allowsFilesOutside)
    {
        var secrets = new Secrets();
        var interpolation = new Interpolation(problems, secrets, directory, variable, allowsFilesOutside);
        var result = Read(top, problems, today, secrets, interpolation);
        return result with
        {
            Findings = [.. result.Findings.Select(secrets.Hide)],
            Suppressed = [.. result.Suppressed.Select(suppressed => suppressed with { Finding = secrets.Hide(suppressed.Finding), Reason = secrets.Hide(suppressed.Reason) })],
            Secrets = secrets,
            Written = top,
            Files = [.. interpolation.Files.Select(file => Path.Combine(Path.GetDirectoryName(problems.File) ?? "", file))],
        };
    }

    private static ManifestResult Read(MappingNode top, Problems problems, DateOnly today, Secrets secrets, Interpolation interpolation)
    {
        var file = problems.File;
        var sources = new SourceMap(file);
        var tree = (MappingNode)interpolation.Apply(top, "");
        var (props, model) = new Binder(tree, problems, sources, secrets).Bind<ManifestProps>();
        var found = Checker.Check(model).Where(finding => !problems.Explain(finding.Path)).Select(finding => finding with { Location = sources.Find(finding.Path) });
        var suppressions = (props?.Suppressions ?? []).Select((suppression, index) => ($"suppressions[{index}]", suppression)).ToList();
        // What could not be read cannot be answered for: there is nothing to go on with.
        var (remaining, suppressed) = Suppressions.Apply([.. found], suppressions, today);
        var located = problems.Findings.Concat(remaining).Select(finding => finding.Location is null ? finding with { Location = sources.Find(finding.Path) } : finding);
        return new ManifestResult(file, props, model, InOrder(located), suppressed) { Sources = sources };
    }

    private static List<Finding> InOrder(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Location!.Line).ThenBy(finding => finding.Location!.Column).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)];
}
