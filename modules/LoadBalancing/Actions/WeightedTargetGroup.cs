using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>One of several target groups that share a listener's requests.</summary>
public sealed record WeightedTargetGroup
{
    /// <summary>The target group.</summary>
    public required ITargetGroup TargetGroup { get; init; }

    /// <summary>Its share, relative to the others' weights, 0 to 999. At 0 it gets nothing.</summary>
    public required Value<int> Weight { get; init; }
}
