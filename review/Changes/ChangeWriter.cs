using System.Text.Json;
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

    /// <summary>What an action is invoked with.</summary>
    internal ReviewedChange Of(ActionInvocation action) =>
        new(masker.Text(action.Address), action.Type, action.DeferredBecause is null ? "invoke" : "defer", ReasonOf(action), null, null, [.. action.Config.Names().Order(StringComparer.Ordinal).Select(name => ArgumentOf(action, name)).OfType<AttributeChange>().Take(MostAttributes)]);

    /// <summary>What is different from the state.</summary>
    internal ReviewedChange OfDrift(ResourceChange change) =>
        new(masker.Text(change.Address), change.Type, ActionOf(change), null, null, null, [.. Shown(change).Take(MostAttributes)]);

    private string ReasonOf(ActionInvocation action) =>
        action.DeferredBecause ?? (action.TriggeredBy is { } resource ? $"{Words(action.Event)} of {masker.Text(resource)}" : "asked for by -invoke");

    /// <summary>AfterUpdate as two words.</summary>
    private static string Words(string? name) => name switch { null => "on a change", _ => string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? $"{(index == 0 ? "" : " ")}{char.ToLowerInvariant(letter)}" : $"{letter}")) };

    private AttributeChange? ArgumentOf(ActionInvocation action, string name)
    {
        var value = action.Config[name];
        return value.IsNull ? null : new AttributeChange(masker.Text(name), "(none)", masker.Show(value, Sensitivity.Hides(value, name)));
    }

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

    /// <summary>What differs, without values that are merely recomputed: what forces a replacement first, defaults that are merely no longer told last.</summary>
    private IEnumerable<AttributeChange> Shown(ResourceChange change) =>
        from path in change.Differences.Concat(change.ReplacePaths.Where(forced => !change.Differences.Any(path => IsPartOf(path, forced))))
        let isForced = change.ReplacePaths.Any(forced => IsPartOf(path, forced))
        let after = change.After.At(path)
        where !after.IsUnknown || isForced || !change.Before.At(path).IsNull && !change.Replaces
        orderby isForced ? 0 : IsNoLongerTold(change.Before.At(path), after) ? 2 : 1
        let sides = masker.Show(change, path)
        select new AttributeChange(masker.Text(path), sides.Before, sides.After);

    /// <summary>Whether one path leads into the other.</summary>
    private static bool IsPartOf(string path, string other) =>
        path == other || path.StartsWith($"{other}.", StringComparison.Ordinal) || other.StartsWith($"{path}.", StringComparison.Ordinal);

    /// <summary>A default that the state holds and the configuration leaves out: a provider that plans a new one does not know it yet.</summary>
    private static bool IsNoLongerTold(PlanValue before, PlanValue after) => !after.IsUnknown && IsDefault(after.Json) && IsDefault(before.Json);

    private static bool IsDefault(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().All(IsDefault),
        JsonValueKind.Object => value.EnumerateObject().All(member => IsDefault(member.Value)),
        JsonValueKind.String => value.ValueEquals(""u8) || value.ValueEquals("0"u8) || value.ValueEquals("false"u8),
        JsonValueKind.Number => value.TryGetDecimal(out var number) && number == 0,
        JsonValueKind.True => false,
        _ => true,
    };
}
