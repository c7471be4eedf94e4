using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli.Output;

/// <summary>The findings of manifests as they are told: what all environments of a manifest have in common once, the rest with the environment that it is of.</summary>
internal static class ToldFindings
{
    /// <summary>The findings, those of a file together.</summary>
    internal static IEnumerable<Finding> Of(IReadOnlyList<ManifestResult> manifests) => manifests.GroupBy(manifest => manifest.File).SelectMany(OfFile);

    /// <summary>The same of what somebody answers for.</summary>
    internal static IEnumerable<SuppressedFinding> Suppressed(IReadOnlyList<ManifestResult> manifests) => manifests.SelectMany(manifest => manifest.Suppressed).Distinct();

    private static IEnumerable<Finding> OfFile(IEnumerable<ManifestResult> environments)
    {
        var sets = environments.Select(manifest => manifest.Findings).ToList();
        if (sets.Count == 1)
        {
            return sets[0].Select(Shared);
        }
        var shared = sets.Select(set => set.Select(Shared)).Aggregate((all, set) => all.Intersect(set)).ToHashSet();
        return sets.SelectMany(set => set.Select(finding => Shared(finding) is var common && shared.Contains(common) ? common : finding))
            .Distinct()
            .OrderBy(finding => finding.Location!.Line)
            .ThenBy(finding => finding.Location!.Column);
    }

    private static Finding Shared(Finding finding) => finding with { Environment = null };
}
