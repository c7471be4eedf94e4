using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>How tasks are placed on instances.</summary>
public enum PlacementStrategyType
{
    /// <summary>Anywhere.</summary>
    [JsonStringEnumMemberName("random")]
    Random,

    /// <summary>Evenly over the values of the field.</summary>
    [JsonStringEnumMemberName("spread")]
    Spread,

    /// <summary>Where the least is left of the field: cpu or memory.</summary>
    [JsonStringEnumMemberName("binpack")]
    Binpack,
}
