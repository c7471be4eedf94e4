using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What an instance must be to get a task. Not on Fargate.</summary>
public sealed record PlacementConstraintProps
{
    /// <summary>What.</summary>
    public required Value<PlacementConstraintType> Type { get; init; }

    /// <summary>An expression of the cluster query language, for memberOf.</summary>
    public Value<string>? Expression { get; init; }
}
