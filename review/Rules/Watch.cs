using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What can happen to an attribute.</summary>
internal enum WatchKind
{
    /// <summary>It gets another value.</summary>
    Changed,

    /// <summary>A number gets smaller, or is given up.</summary>
    Lowered,

    /// <summary>What was true is no longer.</summary>
    SwitchedOff,

    /// <summary>What was not true is.</summary>
    SwitchedOn,

    /// <summary>An element of a list or of a set is no longer in it.</summary>
    Shrunk,
}

/// <summary>An attribute whose change matters.</summary>
/// <param name="Type">The type of the resource.</param>
/// <param name="Path">The attribute's path, with dots.</param>
/// <param name="Kind">What must happen to it.</param>
/// <param name="Severity">How severe that is.</param>
/// <param name="Consequence">What happens in the world.</param>
internal sealed record Watch(string Type, string Path, WatchKind Kind, Severity Severity, string Consequence)
{
    /// <summary>Whether it happens.</summary>
    internal Answer Of(ResourceChange change)
    {
        var (before, after) = (change.Before.At(Path), change.After.At(Path));
        if (after.IsUnknown || change.After[Path.Split('.')[0]].IsUnknown)
        {
            return IsAtStake(before) ? Answer.Unknown : Answer.No;
        }
        return Kind switch
        {
            WatchKind.Changed => change.Differs(Path),
            WatchKind.Lowered => before.Number is { } old && (after.IsNull ? 0 : after.Number) is { } now && now < old ? Answer.Yes : Answer.No,
            WatchKind.SwitchedOff => IsOn(before) && !IsOn(after) ? Answer.Yes : Answer.No,
            WatchKind.SwitchedOn => !IsOn(before) && IsOn(after) ? Answer.Yes : Answer.No,
            _ => Shrinks(change.Type, before, after),
        };
    }

    /// <summary>Whether something is on, in each of the words that AWS has for it.</summary>
    private static bool IsOn(PlanValue value) => value.Boolean == true || value.Text is "on" or "ENABLED" or "Enabled" or "required";

    private static Answer Shrinks(string type, PlanValue before, PlanValue after)
    {
        var left = after.Items.Select(item => Canonical.Of(type, "", item.Json)).ToHashSet(StringComparer.Ordinal);
        return before.Items.All(item => left.Contains(Canonical.Of(type, "", item.Json))) ? Answer.No : after.HasUnknown ? Answer.Unknown : Answer.Yes;
    }

    private bool IsAtStake(PlanValue before) => Kind switch
    {
        WatchKind.SwitchedOff => IsOn(before),
        WatchKind.SwitchedOn => before.IsKnown && !IsOn(before),
        WatchKind.Lowered => before.Number > 0,
        _ => before.IsKnown && before.Text is not "" && (before.Json.ValueKind != System.Text.Json.JsonValueKind.Array || before.Items.Count > 0),
    };
}

/// <summary>What happens where a resource is deleted, or another takes its place.</summary>
/// <param name="Type">The type of the resource.</param>
/// <param name="Severity">How severe that is.</param>
/// <param name="Deleted">What happens where it is deleted for good.</param>
/// <param name="Replaced">What happens where another takes its place.</param>
internal sealed record Loss(string Type, Severity Severity, string Deleted, string Replaced);

/// <summary>Rules that are no more than a table of what matters.</summary>
internal static class WatchTable
{
    /// <summary>Looks at every resource of the types in the table that exists.</summary>
    internal static Action<PlanModel, RuleReport> Check(IReadOnlyList<Loss> losses, IReadOnlyList<Watch> watches)
    {
        var byType = watches.ToLookup(watch => watch.Type, StringComparer.Ordinal);
        var lossOf = losses.ToDictionary(loss => loss.Type, StringComparer.Ordinal);
        var types = losses.Select(loss => loss.Type).Concat(watches.Select(watch => watch.Type)).Distinct(StringComparer.Ordinal).ToList();
        return (model, report) =>
        {
            foreach (var change in model.Of(types).Where(change => change.Before.IsKnown))
            {
                if (change.Deletes == Answer.No)
                {
                    CheckUpdate(change, byType[change.Type], report);
                }
                else if (lossOf.TryGetValue(change.Type, out var loss))
                {
                    report.JudgeDeletion(change, loss.Severity, change.Replaces ? loss.Replaced : loss.Deleted);
                }
            }
        };
    }

    private static void CheckUpdate(ResourceChange change, IEnumerable<Watch> watches, RuleReport report)
    {
        var isTold = false;
        foreach (var watch in watches)
        {
            var answer = change.Updates ? watch.Of(change) : Answer.No;
            if (answer == Answer.Yes)
            {
                report.Violates(change, watch.Path, severity: watch.Severity, consequence: watch.Consequence);
            }
            else if (answer == Answer.Unknown)
            {
                report.CannotTell(change, watch.Path, "The value is known only after the apply.");
            }
            isTold |= answer != Answer.No;
        }
        if (!isTold)
        {
            report.Holds(change);
        }
    }
}
