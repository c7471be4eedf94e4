using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Whose processes the containers of a task see.</summary>
public enum PidMode
{
    /// <summary>Those of the task's other containers.</summary>
    [JsonStringEnumMemberName("task")]
    Task,

    /// <summary>Those of the instance; not on Fargate.</summary>
    [JsonStringEnumMemberName("host")]
    Host,
}
