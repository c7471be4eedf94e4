using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>How long a Docker volume lives.</summary>
public enum DockerVolumeScope
{
    /// <summary>As long as the task.</summary>
    [JsonStringEnumMemberName("task")]
    Task,

    /// <summary>Until somebody deletes it.</summary>
    [JsonStringEnumMemberName("shared")]
    Shared,
}
