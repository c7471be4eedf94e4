using System.Text.Json.Serialization;
using Orchestrator.Modules.Provider;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>Who says that a deployment may go on.</summary>
public enum LifecycleHookTarget
{
    /// <summary>A Lambda function (<c>AWS_LAMBDA</c>).</summary>
    [JsonStringEnumMemberName("awsLambda")]
    AwsLambda,

    /// <summary>Somebody who calls ContinueServiceDeployment (<c>PAUSE</c>).</summary>
    [Since("aws_ecs_service.deployment_configuration.lifecycle_hook.target_type")]
    [JsonStringEnumMemberName("pause")]
    Pause,
}
