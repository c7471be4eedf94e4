using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What an instance must be to get a task.</summary>
public enum PlacementConstraintType
{
    /// <summary>One without another task of the service.</summary>
    [JsonStringEnumMemberName("distinctInstance")]
    DistinctInstance,

    /// <summary>One that matches the expression.</summary>
    [JsonStringEnumMemberName("memberOf")]
    MemberOf,
}
