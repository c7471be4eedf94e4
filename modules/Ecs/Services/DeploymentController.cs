using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>Who replaces the tasks of a service when its task definition changes.</summary>
public enum DeploymentController
{
    /// <summary>ECS itself, by a rolling update.</summary>
    [JsonStringEnumMemberName("ECS")]
    Ecs,

    /// <summary>CodeDeploy, by a second set of tasks and a second target group.</summary>
    [JsonStringEnumMemberName("CODE_DEPLOY")]
    CodeDeploy,

    /// <summary>Somebody else, by task sets.</summary>
    [JsonStringEnumMemberName("EXTERNAL")]
    External,
}
