using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>The rule of a listener that sends requests to a service.</summary>
public sealed record ServiceRuleProps
{
    /// <summary>The listener, <c>web.https</c>.</summary>
    public required IApplicationListener Listener { get; init; }

    /// <summary>Its place among the listener's rules, 1 to 50000, the lowest first. Unless set, one that comes from the service's name alone.</summary>
    public Value<int>? Priority { get; init; }

    /// <summary>Which requests.</summary>
    public required RuleConditionsProps Conditions { get; init; }
}
