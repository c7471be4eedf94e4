using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Whether all tasks of a deployment run the very image that its first task got, whatever the tag means later.</summary>
public enum VersionConsistency
{
    /// <summary>They do.</summary>
    [JsonStringEnumMemberName("enabled")]
    Enabled,

    /// <summary>Each task gets what the tag means when it starts.</summary>
    [JsonStringEnumMemberName("disabled")]
    Disabled,
}
