using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>With whom the containers of a task share memory and semaphores.</summary>
public enum IpcMode
{
    /// <summary>With the task's other containers.</summary>
    [JsonStringEnumMemberName("task")]
    Task,

    /// <summary>With the instance; not on Fargate.</summary>
    [JsonStringEnumMemberName("host")]
    Host,

    /// <summary>With nobody.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
