using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>Where the tags of tasks come from.</summary>
public enum PropagateTags
{
    /// <summary>From the service.</summary>
    [JsonStringEnumMemberName("SERVICE")]
    Service,

    /// <summary>From the task definition.</summary>
    [JsonStringEnumMemberName("TASK_DEFINITION")]
    TaskDefinition,

    /// <summary>From nowhere.</summary>
    [JsonStringEnumMemberName("NONE")]
    None,
}
