using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>Keeps a metric at a value by adding and removing tasks.</summary>
public sealed record TargetTrackingProps
{
    /// <summary>The metric.</summary>
    public required Value<ServiceMetric> Metric { get; init; }

    /// <summary>The value: percent, or requests per minute.</summary>
    public required Value<decimal> TargetValue { get; init; }

    /// <summary>Seconds after tasks were removed until more are. 300 unless set.</summary>
    public Value<int> ScaleInCooldownSeconds { get; init; } = 300;

    /// <summary>Seconds after tasks were added until more are. 60 unless set.</summary>
    public Value<int> ScaleOutCooldownSeconds { get; init; } = 60;

    /// <summary>Whether tasks are never removed by it. They are unless set.</summary>
    public Value<bool> DisableScaleIn { get; init; } = false;

    /// <summary>The target group whose requests count. The service's only one unless set; for requestsPerTarget only.</summary>
    public ITargetGroup? TargetGroup { get; init; }

    /// <summary>The Application Load Balancer in front of it, where no listener that is declared forwards to it.</summary>
    internal Value<string>? LoadBalancerArn { get; init; }
}
