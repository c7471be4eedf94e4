using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>How a new revision of a service takes over, by ECS itself (ECS DeploymentConfiguration).</summary>
public sealed record DeploymentProps
{
    /// <summary>How the traffic gets to it. With all but rolling a second target group takes turns with the first.</summary>
    public required Value<DeploymentStrategy> Strategy { get; init; }

    /// <summary>Minutes in which both revisions run after all traffic has moved, 0 to 1440, so that it can go back at once. Needed with blueGreen; ECS's own unless set with linear and canary.</summary>
    public Value<int>? BakeMinutes { get; init; }

    /// <summary>The steps of linear, and only of it. 10 percent every 6 minutes unless set.</summary>
    public LinearShiftProps? Linear { get; init; }

    /// <summary>The first share of canary, and only of it. 5 percent for 10 minutes unless set.</summary>
    public CanaryShiftProps? Canary { get; init; }

    /// <summary>What is asked, or waited for, at stages of a deployment, by name. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, LifecycleHookProps> Hooks { get; init; } = ImmutableDictionary<string, LifecycleHookProps>.Empty;

    /// <summary>Whether ECS moves the traffic from one target group to another in each deployment.</summary>
    internal bool ShiftsTraffic => !Strategy.Is(DeploymentStrategy.Rolling);
}
