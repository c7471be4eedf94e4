using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>Where a resource differs before and after.</summary>
internal static class Difference
{
    /// <summary>The paths of what differs, as deep as both sides have the same shape; a set that differs is one.</summary>
    internal static IReadOnlyList<string> Paths(ResourceChange change)
    {
        var paths = new List<string>();
        if (change.Before.IsKnown && change.After.IsKnown)
        {
            Collect(change, "", change.Before, change.After, paths);
        }
        return paths;
    }

    private static void Collect(ResourceChange change, string path, PlanValue before, PlanValue after, List<string> paths)
    {
        if (before.Json.ValueKind == JsonValueKind.Object && after.Json.ValueKind == JsonValueKind.Object ? JsonElement.DeepEquals(before.Json, after.Json) && !after.HasUnknown : !after.HasUnknown && Canonical.Same(change.Type, path, before, after))
        {
            return;
        }
        if (!after.IsUnknown && before.Json.ValueKind == JsonValueKind.Object && after.Json.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in before.Names().Union(after.Names(), StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                Collect(change, path.Length == 0 ? name : $"{path}.{name}", before[name], after[name], paths);
            }
        }
        else if (!after.IsUnknown && IsBlock(before) && IsBlock(after) && before.Items.Count == after.Items.Count && (before.Items.Count == 1 || !SetAttributes.Has(change.Type, path)))
        {
            for (var index = 0; index < before.Items.Count; index++)
            {
                Collect(change, $"{path}.{index}", before.Items[index], after.Items[index], paths);
            }
        }
        else
        {
            paths.Add(path);
        }
    }

    private static bool IsBlock(PlanValue value) => value.Json.ValueKind == JsonValueKind.Array && value.Items is [{ Json.ValueKind: JsonValueKind.Object }, ..];
}
