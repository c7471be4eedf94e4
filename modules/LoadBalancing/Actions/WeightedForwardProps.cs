using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Divides requests among one to five target groups by weight.</summary>
public sealed record WeightedForwardProps
{
    /// <summary>The target groups, each at most once, at least one of them with a weight above 0.</summary>
    public required IReadOnlyList<WeightedTargetGroup> TargetGroups { get; init; }

    /// <summary>Seconds that a client stays with the target group it first got, 1 to 604,800 (7 days). It does not stay, unless set.</summary>
    public Value<int>? StickinessSeconds { get; init; }
}
