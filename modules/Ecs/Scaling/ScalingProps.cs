using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>How the number of a service's tasks follows the load.</summary>
public sealed record ScalingProps
{
    /// <summary>The fewest tasks.</summary>
    public required Value<int> MinCapacity { get; init; }

    /// <summary>The most tasks.</summary>
    public required Value<int> MaxCapacity { get; init; }

    /// <summary>Metrics that are kept at a value, by the policies' names. None unless set.</summary>
    public IReadOnlyDictionary<string, TargetTrackingProps> TargetTracking { get; init; } = ImmutableDictionary<string, TargetTrackingProps>.Empty;

    /// <summary>Metrics with steps, by the policies' names. None unless set.</summary>
    public IReadOnlyDictionary<string, StepScalingProps> Steps { get; init; } = ImmutableDictionary<string, StepScalingProps>.Empty;

    /// <summary>Times, by name. None unless set.</summary>
    public IReadOnlyDictionary<string, ScheduledScalingProps> Scheduled { get; init; } = ImmutableDictionary<string, ScheduledScalingProps>.Empty;
}
