using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>Findings for people, one a line: <c>error RULE FILE:LINE:COLUMN: message</c>.</summary>
internal static class FindingText
{
    /// <summary>Writes the findings of some manifests to standard error.</summary>
    internal static void Write(IReadOnlyList<ManifestResult> manifests)
    {
        foreach (var finding in ToldFindings.Of(manifests))
        {
            Terminal.Finding(Spelling.Of(finding.Rule.Level), $"{finding.Rule.Id} {finding.Location}: {finding.Message}");
        }
    }

    /// <summary>Whether findings forbid what a command would do; then they are told, and what is not done.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="done">What would have been done: <c>synthesized</c>.</param>
    internal static bool Forbids(IReadOnlyList<ManifestResult> manifests, string done)
    {
        if (!manifests.Any(manifest => manifest.HasErrors))
        {
            return false;
        }
        Write(manifests);
        Terminal.Error($"{Count(manifests)}; nothing is {done}");
        return true;
    }

    /// <summary>How many there are of each kind: <c>2 errors, 1 warning, 1 suppressed in 3 manifests</c>.</summary>
    internal static string Count(IReadOnlyList<ManifestResult> manifests)
    {
        var levels = ToldFindings.Of(manifests).ToLookup(finding => finding.Rule.Level);
        var suppressed = ToldFindings.Suppressed(manifests).Count();
        var parts = new List<string> { Plural(levels[Level.Error].Count(), "error"), Plural(levels[Level.Warning].Count(), "warning") };
        if (suppressed > 0)
        {
            parts.Add($"{suppressed} suppressed");
        }
        return $"{string.Join(", ", parts)} in {Plural(manifests.DistinctBy(manifest => manifest.File).Count(), "manifest")}";
    }

    private static string Plural(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
