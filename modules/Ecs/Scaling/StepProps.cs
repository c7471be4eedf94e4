using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>What happens while a metric is so far beyond its threshold.</summary>
public sealed record StepProps
{
    /// <summary>Where the step begins, as a difference from the threshold. Without a limit unless set.</summary>
    public Value<int>? LowerBound { get; init; }

    /// <summary>Where it ends. Without a limit unless set.</summary>
    public Value<int>? UpperBound { get; init; }

    /// <summary>The change, in the unit of the policy's adjustment type.</summary>
    public required Value<int> Adjustment { get; init; }
}
