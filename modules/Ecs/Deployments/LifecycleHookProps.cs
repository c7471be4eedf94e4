using System.Collections.Immutable;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>What a deployment does at some of its stages before it goes on (ECS DeploymentLifecycleHook).</summary>
public sealed record LifecycleHookProps
{
    /// <summary>Whether a function is asked or somebody is waited for. A function unless set.</summary>
    public Value<LifecycleHookTarget> TargetType { get; init; } = LifecycleHookTarget.AwsLambda;

    /// <summary>The Lambda function, by its ARN. For awsLambda, and needed there.</summary>
    public Value<string>? FunctionArn { get; init; }

    /// <summary>The role that ECS invokes the function with, by its ARN. One that may do nothing else unless set; for awsLambda only.</summary>
    public Value<string>? RoleArn { get; init; }

    /// <summary>The stages, at least one.</summary>
    public required ValueList<LifecycleStage> Stages { get; init; }

    /// <summary>What the function is told besides. Nothing unless set; for awsLambda only.</summary>
    [Since("aws_ecs_service.deployment_configuration.lifecycle_hook.hook_details")]
    public IReadOnlyDictionary<string, Value<string>> Details { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Minutes until the deployment waits no longer. 1440 (a day) unless set.</summary>
    [Since("aws_ecs_service.deployment_configuration.lifecycle_hook.timeout_configuration")]
    public Value<int>? TimeoutMinutes { get; init; }

    /// <summary>What happens then. The deployment is taken back unless set.</summary>
    [Since("aws_ecs_service.deployment_configuration.lifecycle_hook.timeout_configuration")]
    public Value<LifecycleHookTimeoutAction>? TimeoutAction { get; init; }
}
