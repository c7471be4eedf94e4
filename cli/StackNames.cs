using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli;

/// <summary>Refuses two manifests of one stack: the second would overwrite the first one's output and state.</summary>
internal static class StackNames
{
    internal static IReadOnlyList<ManifestResult> Check(IReadOnlyList<ManifestResult> manifests)
    {
        var owners = new Dictionary<string, string>();
        return [.. manifests.Select(manifest => manifest.Props is null || owners.TryAdd(manifest.StackName, manifest.File) ? manifest : manifest with
        {
            Findings = [.. manifest.Findings, Collision(manifest, owners[manifest.StackName])],
        })];
    }

    private static Finding Collision(ManifestResult manifest, string owner) =>
        new(RuleCatalogue.Get("MAN015"), "app", "and environment name a stack that another manifest has", $"{manifest.StackName}, as {owner}", "one manifest for each stack", "change app or environment, or merge the two")
        {
            Location = new Location(manifest.File, 1, 1),
        };
}
