using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A rule of a listener: requests that meet all of its conditions get its action in place of the listener's own.</summary>
public sealed record ApplicationListenerRuleProps : INamesResources
{
    /// <summary>
    /// Its place among the listener's rules, 1 to 50000, the lowest first. Unless set, a number from 10000 on that comes from the rule's name
    /// alone, so that no other rule moves it; at a listener that exists, from the stack's name too. Set it for rules that can meet the same request.
    /// </summary>
    public Value<int>? Priority { get; init; }

    /// <summary>Which requests it is for.</summary>
    public required RuleConditionsProps Conditions { get; init; }

    /// <summary>What happens to such a request.</summary>
    public required ListenerAction Action { get; init; }

    /// <summary>How requests are rewritten before a target gets them. They are not unless set.</summary>
    [Since("aws_lb_listener_rule.transform")]
    public RuleTransformsProps? Transforms { get; init; }

    /// <summary>Tags of the rule.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>The listener, once the rule is constructed; a manifest declares a rule in its listener.</summary>
    internal IApplicationListener? Listener { get; init; }

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place)
    {
        var listener = ListenerArn(place.Declaration);
        return [place.Name(AwsNames.RulePriority, "priority", Priority?.AsText(), stack => $"{RulePriority.Of(place.Declaration.Name, listener, stack)}", listener ?? Expression.Of("null"))];
    }

    /// <summary>The ARN of the listener: the one that it names, or the one that it is declared in; null where neither is known.</summary>
    internal Value<string>? ListenerArn(Declaration declaration) => Listener?.Arn ?? (declaration.Parent?.Props as ExistingApplicationListenerProps)?.Arn;
}
