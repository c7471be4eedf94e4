using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>What holds of the hooks of deployments.</summary>
internal static class LifecycleHookRules
{
    /// <summary>Where only functions are asked.</summary>
    private static readonly LifecycleStage[] Shifting = [LifecycleStage.TestTrafficShift, LifecycleStage.ProductionTrafficShift];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC364", "A hook has stages, each once; one that asks a function names it; one that pauses has no function, and not testTrafficShift or productionTrafficShift.", "CreateService rejects it.", "ECS DeploymentLifecycleHook")
            .For<EcsServiceProps>(Check),
    ];

    private static void Check(EcsServiceProps service, Report report)
    {
        foreach (var (name, hook) in service.Deployment?.Hooks ?? new Dictionary<string, LifecycleHookProps>())
        {
            CheckStages($"deployment.hooks.{name}", hook, report);
            CheckTarget($"deployment.hooks.{name}", hook, report);
        }
    }

    private static void CheckStages(string path, LifecycleHookProps hook, Report report)
    {
        if (hook.Stages.Expression is not null)
        {
            return;
        }
        if (hook.Stages.Count == 0)
        {
            report.Add($"{path}.stages", "is empty", null, "one stage or more", "say when the deployment is to ask");
        }
        var seen = new HashSet<LifecycleStage>();
        for (var index = 0; index < hook.Stages.Count; index++)
        {
            if (!hook.Stages[index].TryGetLiteral(out var stage))
            {
                continue;
            }
            if (!seen.Add(stage))
            {
                report.Add($"{path}.stages[{index}]", "is named already", Spelling.Of(stage), "each stage once", "remove it");
            }
            if (hook.TargetType.Is(LifecycleHookTarget.Pause) && Shifting.Contains(stage))
            {
                report.Add($"{path}.stages[{index}]", "is not a stage that can pause", Spelling.Of(stage), "a stage before or after traffic moves", stage == LifecycleStage.TestTrafficShift ? "pause at postTestTrafficShift" : "pause at preProductionTrafficShift");
            }
        }
    }

    private static void CheckTarget(string path, LifecycleHookProps hook, Report report)
    {
        if (hook.TargetType.Is(LifecycleHookTarget.AwsLambda) && hook.FunctionArn is null)
        {
            report.Add($"{path}.functionArn", "is missing", null, "the ARN of a Lambda function", "set it, or set targetType to pause");
        }
        if (!hook.TargetType.Is(LifecycleHookTarget.Pause))
        {
            return;
        }
        foreach (var (property, isSet) in new[] { ("functionArn", hook.FunctionArn is not null), ("roleArn", hook.RoleArn is not null), ("details", hook.Details.Count > 0) })
        {
            if (isSet)
            {
                report.Add($"{path}.{property}", "is for hooks that ask a function", "set with pause", "nothing with targetType pause", "remove it, or remove targetType");
            }
        }
    }
}
