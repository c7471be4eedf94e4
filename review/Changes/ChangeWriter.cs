using Orchestrator.Review.Masking;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Changes;

/// <summary>Makes what may be shown of a change.</summary>
internal sealed class ChangeWriter(Masker masker, Cascades cascades)
{
    private const int MostAttributes = 40;

    /// <summary>What happens to a resource; null where nothing does.</summary>
    internal ReviewedChange? Of(ResourceChange change)
    {
        var moved = change.PreviousAddress is { } previous && previous != change.Address;
        if (change.IsUntouched && !change.IsImported && !moved)
        {
            return null;
        }
        var root = cascades.RootOf(change);
        var noise = root is null || Noise.Of(root) is not null ? Noise.Of(change) : null;
        root = noise is null ? root : null;
        return new ReviewedChange(
            masker.Text(change.Address),
            change.Type,
            ActionOf(change),
            ReasonOf(change, moved),
            root is null ? null : masker.Text(root.Address),
            noise,
            [.. Shown(change).Take(MostAttributes)]);
    }

    /// <summary>Whether it is a read of a data source, which is no change.</summary>
    internal static bool IsRead(ResourceChange change) => change.IsData || change.Actions is ["read"];

    /// <summary>What is different from the state.</summary>
    internal ReviewedChange OfDrift(ResourceChange change) =>
        new(masker.Text(change.Address), change.Type, ActionOf(change), null, null, null, [.. Shown(change).Take(MostAttributes)]);

    private static string ActionOf(ResourceChange change) => change switch
    {
        { DeferredBecause: not null } => "defer",
        { Replaces: true } => "replace",
        { Forgets: true, Creates: true } => "forget and create",
        { Deletes: Answer.Unknown } => string.Join(" and ", change.Actions),
        { Deletes: Answer.Yes } => "delete",
        { Forgets: true } => "forget",
        { IsImported: true, IsUntouched: true } => "import",
        { IsImported: true } => "import and update",
        { Creates: true } => "create",
        { Updates: true } => "update",
        _ => "move",
    };

    private string? ReasonOf(ResourceChange change, bool moved) => change switch
    {
        { DeferredBecause: { } because } => because,
        { ReplacePaths: [_, ..] paths } => $"forced by {string.Join(", ", paths.Select(masker.Text))}{(change.CreatesFirst ? "; the new one is created first" : "")}",
        { Reason: "replace_because_tainted" } => "tainted",
        { Reason: "replace_by_request" } => "asked for by -replace",
        { Reason: "replace_by_triggers" } => "triggered by replace_triggered_by",
        { Reason: "delete_because_no_resource_config" } => "no longer in the configuration",
        { Reason: "delete_because_no_module" } => "its module is no longer in the configuration",
        { Reason: "delete_because_each_key" or "delete_because_count_index" or "delete_because_wrong_repetition" } => "no longer among the instances",
        { Reason: { } reason } => reason.Replace('_', ' '),
        _ => moved ? $"from {masker.Text(change.PreviousAddress!)}" : null,
    };

    /// <summary>What differs, without values that are merely recomputed.</summary>
    private IEnumerable<AttributeChange> Shown(ResourceChange change) =>
        from path in change.Differences
        where !change.After.At(path).IsUnknown || change.ReplacePaths.Contains(path) || !change.Before.At(path).IsNull && !change.Replaces
        let sides = masker.Show(change, path)
        select new AttributeChange(masker.Text(path), sides.Before, sides.After);
}
