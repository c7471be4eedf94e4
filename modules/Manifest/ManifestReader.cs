using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Text;

namespace Orchestrator.Modules.Manifest;

/// <summary>Reads manifests and checks them, without starting node.</summary>
public static class ManifestReader
{
    /// <summary>What is longer is no manifest, and its length not told.</summary>
    private const int LongestFile = 16 * YamlTree.LongestText;

    /// <summary>Reads and checks a file. All that is wrong with it is in the result; nothing is thrown for what the file says.</summary>
    /// <param name="path">The file. Findings name it as it is given here.</param>
    /// <param name="today">The day that decides which suppressions have expired.</param>
    /// <param name="allowsFilesOutside">Whether <c>${file:path}</c> may name a file outside the manifest's directory; false unless given.</param>
    /// <exception cref="InputFileException">The file cannot be read, is a device or a pipe, or has more than 16 MiB.</exception>
    public static ManifestResult ReadFile(string path, DateOnly today, bool allowsFilesOutside = false)
    {
        var bytes = InputFile.Read(path, LongestFile);
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return Read(text.TrimStart('\uFEFF'), path, directory, Environment.GetEnvironmentVariable, today, allowsFilesOutside);
        }
        catch (DecoderFallbackException)
        {
            var problems = new Problems(path);
            problems.Add(ManifestRules.Syntax, new Mark(1, 1), "", "The manifest is not UTF-8", "other bytes", "text in UTF-8", "save it as UTF-8");
            return new ManifestResult(path, null, new Model(), problems.Findings, []);
        }
    }

    /// <summary>Reads and checks a text.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="file">The name that findings give it.</param>
    /// <param name="directory">The directory that <c>${file:path}</c> counts from.</param>
    /// <param name="variable">Gives an environment variable's value, or null.</param>
    /// <param name="today">The day that decides which suppressions have expired.</param>
    /// <param name="allowsFilesOutside">Whether <c>${file:path}</c> may name a file outside that directory; false unless given.</param>
    public static ManifestResult Read(string text, string file, string directory, Func<string, string?> variable, DateOnly today, bool allowsFilesOutside = false)
    {
        var secrets = new Secrets();
        var problems = new Problems(file);
        var result = Read(text, problems, today, secrets, new Interpolation(problems, secrets, directory, variable, allowsFilesOutside));
        return result with
        {
            Findings = [.. result.Findings.Select(secrets.Hide)],
            Suppressed = [.. result.Suppressed.Select(suppressed => suppressed with { Finding = secrets.Hide(suppressed.Finding), Reason = secrets.Hide(suppressed.Reason) })],
            Secrets = secrets,
        };
    }

    private static ManifestResult Read(string text, Problems problems, DateOnly today, Secrets secrets, Interpolation interpolation)
    {
        var file = problems.File;
        var sources = new SourceMap(file);
        if (YamlTree.Read(text, problems) is not { } top)
        {
            return new ManifestResult(file, null, new Model(), problems.Findings, []);
        }
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
