using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>How tasks are placed on instances. Not on Fargate.</summary>
public sealed record PlacementStrategyProps
{
    /// <summary>How.</summary>
    public required Value<PlacementStrategyType> Type { get; init; }

    /// <summary>What is looked at: <c>attribute:ecs.availability-zone</c> or <c>instanceId</c> to spread, <c>cpu</c> or <c>memory</c> to pack.</summary>
    public Value<string>? Field { get; init; }

    /// <summary>Whether tasks are spread over the Availability Zones.</summary>
    internal Value<bool> IsSpreadOverZones => Type.IsAnyOf(PlacementStrategyType.Spread) & Field.Or("attribute:ecs.availability-zone").IsAnyOf("attribute:ecs.availability-zone");

    /// <summary>The same where what is not known counts for it.</summary>
    internal bool SpreadsZones => Type.MayBe(PlacementStrategyType.Spread) && (Field is null || Field.MayBe("attribute:ecs.availability-zone"));
}
