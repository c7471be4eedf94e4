using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>How ECS keeps a group at the size that the tasks need.</summary>
public sealed record ManagedScalingProps
{
    /// <summary>Whether it does. It does unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>How much of the group is to be in use, 1 to 100 percent; what is left is room for the next tasks. 100 unless set.</summary>
    public Value<int> TargetCapacityPercent { get; init; } = 100;

    /// <summary>How many instances are started or stopped at once at the least, 1 to 10,000. 1 unless set.</summary>
    public Value<int> MinimumScalingStep { get; init; } = 1;

    /// <summary>How many instances are started or stopped at once at the most, 1 to 10,000. 10,000 unless set.</summary>
    public Value<int> MaximumScalingStep { get; init; } = 10_000;

    /// <summary>Seconds until a new instance counts, 0 to 10,000. 300 unless set.</summary>
    public Value<int> InstanceWarmupSeconds { get; init; } = 300;
}
