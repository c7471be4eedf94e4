using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Which share of its requests an action sends to which target group.</summary>
internal sealed class ActionShares
{
    private readonly Dictionary<string, decimal> _shares;

    private ActionShares(Dictionary<string, decimal> shares) => _shares = shares;

    /// <summary>The groups that get requests.</summary>
    internal IEnumerable<string> Live => _shares.Where(share => share.Value > 0).Select(share => share.Key);

    /// <summary>How many groups there are, also those that get nothing.</summary>
    internal int Count => _shares.Count;

    /// <summary>Whether there are groups, and none gets a request.</summary>
    internal bool IsNothing => _shares.Count > 0 && _shares.Values.All(share => share == 0);

    /// <summary>The shares of a forward; null where a group or a weight is not known yet, or it forwards nowhere.</summary>
    internal static ActionShares? Of(PlanValue action)
    {
        var targets = ActionTargets.Targets(action);
        if (targets.Count == 0)
        {
            return action["target_group_arn"].Text is { Length: > 0 } single ? new(new Dictionary<string, decimal>(StringComparer.Ordinal) { [single] = 1 }) : null;
        }
        if (targets.Any(target => target["weight"].IsUnknown || !target["arn"].IsKnown))
        {
            return null;
        }
        var sum = targets.Sum(Weight);
        return new(targets.GroupBy(target => target["arn"].Text!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => sum == 0 ? 0 : group.Sum(Weight) / sum, StringComparer.Ordinal));
    }

    /// <summary>A weight that is left out is 1 (TargetGroupTuple.Weight).</summary>
    internal static decimal Weight(PlanValue target) => target["weight"].Number ?? 1;

    /// <summary>The share of a group.</summary>
    internal decimal this[string group] => _shares.GetValueOrDefault(group);

    /// <summary>The share of all requests that goes elsewhere than before.</summary>
    internal decimal MovedTo(ActionShares now) => now._shares.Sum(share => Math.Max(0, share.Value - this[share.Key]));

    /// <summary>The groups that get more than before, by ARN.</summary>
    internal IEnumerable<string> GainingIn(ActionShares now) => now._shares.Where(share => share.Value > this[share.Key]).Select(share => share.Key).Order(StringComparer.Ordinal);

    /// <summary>The shares for people, with each group's name.</summary>
    internal string Text(Func<string, string> nameOf) => string.Join(", ", _shares.OrderBy(share => nameOf(share.Key), StringComparer.Ordinal).Select(share => $"{nameOf(share.Key)} {Percent(share.Value)}"));

    /// <summary>A share as a percentage without needless digits.</summary>
    internal static string Percent(decimal share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 1):0.#}%");
}
