using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>Traffic that moves in equal steps (ECS LinearConfiguration).</summary>
public sealed record LinearShiftProps
{
    /// <summary>How much moves in a step, 3 to 100 percent, in tenths. 10 unless set.</summary>
    public Value<decimal> StepPercent { get; init; } = 10;

    /// <summary>Minutes between two steps, 0 to 1440. 6 unless set.</summary>
    public Value<int> StepBakeMinutes { get; init; } = 6;
}
