using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.State;

namespace Orchestrator.Cli;

/// <summary>Refuses two manifests of one stack or of one state: the second would overwrite the first one's output and state.</summary>
internal static class StackNames
{
    internal static IReadOnlyList<ManifestResult> Check(IReadOnlyList<ManifestResult> manifests)
    {
        var stacks = new Dictionary<string, string>();
        var states = new Dictionary<string, string>();
        var results = new List<ManifestResult>();
        foreach (var manifest in manifests)
        {
            var collisions = new List<Finding>();
            foreach (var stack in manifest.StackNames)
            {
                if (!stacks.TryAdd(stack, manifest.Title))
                {
                    collisions.Add(At(manifest, new(RuleCatalogue.Get("MAN015"), "app", "and environment name a stack that another manifest has", manifest.Shown($"{stack}, as {stacks[stack]}"), "one manifest for each stack", "change app or environment, or merge the two")));
                }
                else if (StateLocation.Of(manifest.BackendOf(stack), stack) is { } state && !states.TryAdd(state, manifest.Title) && states[state] != manifest.Title)
                {
                    collisions.Add(At(manifest, new(RuleCatalogue.Get("STATE172"), "backend", "is the state of a stack of another manifest", manifest.Shown($"{state}, as {states[state]}"), "a state for each stack", "put <app>, <environment> and <stack> into the key, or leave the key out")));
                }
            }
            results.Add(collisions.Count == 0 ? manifest : manifest with { Findings = [.. manifest.Findings, .. collisions] });
        }
        return results;
    }

    private static Finding At(ManifestResult manifest, Finding finding) => finding with { Location = new Location(manifest.File, 1, 1), Environment = manifest.Environment };
}
