using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A rule of a listener: requests that meet all of its conditions get its action in place of the listener's own.</summary>
public sealed record ApplicationListenerRuleProps : IProps
{
    /// <summary>
    /// Its place among the listener's rules, 1 to 50000, the lowest first. Unless set, a number from 10000 on that comes from the rule's name
    /// alone, so that no other rule moves it. Set it for rules that can meet the same request.
    /// </summary>
    public Value<int>? Priority { get; init; }

    /// <summary>Which requests it is for.</summary>
    public required RuleConditionsProps Conditions { get; init; }

    /// <summary>What happens to such a request.</summary>
    public required ListenerAction Action { get; init; }

    /// <summary>Tags of the rule.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>The listener, once the rule is constructed; a manifest declares a rule in its listener.</summary>
    internal IApplicationListener? Listener { get; init; }
}
