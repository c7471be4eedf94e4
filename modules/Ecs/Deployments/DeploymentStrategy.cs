using System.Text.Json.Serialization;
using Orchestrator.Modules.Provider;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>How the traffic of a service gets to a new revision.</summary>
public enum DeploymentStrategy
{
    /// <summary>With the tasks, which are replaced a few at a time (<c>ROLLING</c>).</summary>
    [JsonStringEnumMemberName("rolling")]
    Rolling,

    /// <summary>All at once, when all tasks of the new revision run beside those of the old one (<c>BLUE_GREEN</c>).</summary>
    [JsonStringEnumMemberName("blueGreen")]
    BlueGreen,

    /// <summary>In equal steps (<c>LINEAR</c>).</summary>
    [Since("aws_ecs_service.deployment_configuration.linear_configuration")]
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>A small share first, and later the rest at once (<c>CANARY</c>).</summary>
    [Since("aws_ecs_service.deployment_configuration.canary_configuration")]
    [JsonStringEnumMemberName("canary")]
    Canary,
}
