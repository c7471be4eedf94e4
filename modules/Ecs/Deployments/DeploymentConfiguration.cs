using HashiCorp.Cdktf;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>The deployment part of a service.</summary>
internal static class DeploymentConfiguration
{
    private const string Purpose = "hooks";

    /// <summary>Sets it past the bindings, which lack hooks that wait.</summary>
    /// <param name="owner">The service.</param>
    /// <param name="resource">Its resource.</param>
    /// <param name="deployment">What it declares.</param>
    internal static void Set(ModuleConstruct owner, TerraformResource resource, DeploymentProps deployment) => Emit.OverrideBlock(resource, "deployment_configuration", new()
    {
        ["strategy"] = Emit.AwsMember(deployment.Strategy),
        ["bake_time_in_minutes"] = Emit.NumberAsText(deployment.BakeMinutes),
        ["linear_configuration"] = !deployment.Strategy.Is(DeploymentStrategy.Linear) ? null : LinearOf(deployment.Linear ?? new()),
        ["canary_configuration"] = !deployment.Strategy.Is(DeploymentStrategy.Canary) ? null : CanaryOf(deployment.Canary ?? new()),
        ["lifecycle_hook"] = deployment.Hooks.Count == 0 ? null : deployment.Hooks.Values.Select(hook => HookOf(owner, hook)).ToArray(),
    });

    /// <summary>Makes the role that invokes the functions that no other role is named for, and gives its policy's address; null where there are none.</summary>
    internal static string? AddRole(ModuleConstruct owner, DeploymentProps deployment, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var functions = deployment.Hooks.Values.Where(hook => hook.RoleArn is null).Select(hook => hook.FunctionArn).OfType<Value<string>>().Distinct().ToList();
        return functions.Count == 0 ? null : new Role(owner, Purpose, new()
        {
            Service = "ecs.amazonaws.com",
            Policy = new PolicyDocument().Allow("Invoke", ["lambda:InvokeFunction"], functions),
            Tags = tags,
        }).PolicyAddress;
    }

    private static Block LinearOf(LinearShiftProps linear) => new()
    {
        ["step_percent"] = Emit.Number(linear.StepPercent),
        ["step_bake_time_in_minutes"] = Emit.NumberAsText(linear.StepBakeMinutes),
    };

    private static Block CanaryOf(CanaryShiftProps canary) => new()
    {
        ["canary_percent"] = Emit.Number(canary.Percent),
        ["canary_bake_time_in_minutes"] = Emit.NumberAsText(canary.BakeMinutes),
    };

    private static Block HookOf(ModuleConstruct owner, LifecycleHookProps hook) => new()
    {
        ["target_type"] = hook.TargetType.Is(LifecycleHookTarget.AwsLambda) ? null : Emit.AwsMember(hook.TargetType),
        ["hook_target_arn"] = Emit.Text(hook.FunctionArn),
        ["role_arn"] = hook.FunctionArn is null ? null : Emit.Text(hook.RoleArn ?? Expression.Attribute("aws_iam_role", $"{owner.LogicalId}_{Purpose}", "arn")),
        ["lifecycle_stages"] = hook.Stages.Select(Emit.AwsMember).ToArray(),
        ["hook_details"] = hook.Details.Count == 0 ? null : owner.Json(new JsonMap([.. hook.Details.Select(detail => (detail.Key, (object)detail.Value))])),
        ["timeout_configuration"] = hook.TimeoutMinutes is null && hook.TimeoutAction is null ? null : new Block
        {
            ["timeout_in_minutes"] = Emit.NumberAsText(hook.TimeoutMinutes),
            ["action"] = Emit.AwsMember(hook.TimeoutAction),
        },
    };
}
