using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>Traffic of which a small share moves first (ECS CanaryConfiguration).</summary>
public sealed record CanaryShiftProps
{
    /// <summary>The share that moves first, 0.1 to 100 percent, in tenths. 5 unless set.</summary>
    public Value<decimal> Percent { get; init; } = 5;

    /// <summary>Minutes until the rest moves, 0 to 1440. 10 unless set.</summary>
    public Value<int> BakeMinutes { get; init; } = 10;
}
