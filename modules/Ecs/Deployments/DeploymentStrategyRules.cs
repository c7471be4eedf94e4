using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>What holds of a deployment's strategy, its times and its shares.</summary>
internal static class DeploymentStrategyRules
{
    private static readonly NumberBetween Minutes = new(0, 1440, "minutes");
    private static readonly TenthsBetween Steps = new(3, 100, "percent");
    private static readonly TenthsBetween Share = new(0.1m, 100, "percent");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC360", "A deployment with a strategy is one of ECS's own.", "CreateService rejects a strategy beside CODE_DEPLOY and EXTERNAL.", "ECS LinearConfiguration, CanaryConfiguration: only with deploymentController ECS; ECS guide, required resources for blue/green deployments")
            .For<EcsServiceProps>(CheckController),
        Rule.Error("SVC361", "A deployment bakes 0 to 1440 minutes, and says so with blueGreen; linear moves 3 to 100 percent in a step and canary 0.1 to 100 percent first, in tenths, each with its own strategy.", "CreateService rejects it.", "ECS DeploymentConfiguration.bakeTimeInMinutes; ECS LinearConfiguration; ECS CanaryConfiguration; aws_ecs_service")
            .For<EcsServiceProps>(CheckNumbers)
            .Bounding<EcsServiceProps>("deployment.bakeMinutes", Minutes)
            .Bounding<EcsServiceProps>("deployment.linear.stepBakeMinutes", Minutes)
            .Bounding<EcsServiceProps>("deployment.linear.stepPercent", Steps)
            .Bounding<EcsServiceProps>("deployment.canary.bakeMinutes", Minutes)
            .Bounding<EcsServiceProps>("deployment.canary.percent", Share),
    ];

    private static void CheckController(EcsServiceProps service, Report report)
    {
        if (service.Deployment is { } deployment && service.DeploymentController.TryGetLiteral(out var controller) && controller != DeploymentController.Ecs)
        {
            report.Add("deployment.strategy", $"is not possible with {Spelling.Of(controller)}", $"{deployment.Strategy}", "deploymentController ECS", "remove deploymentController, or leave the strategy to what deploys");
        }
    }

    private static void CheckNumbers(EcsServiceProps service, Report report)
    {
        if (service.Deployment is not { } deployment)
        {
            return;
        }
        if (deployment.BakeMinutes is null && deployment.Strategy.Is(DeploymentStrategy.BlueGreen))
        {
            report.Add("deployment.bakeMinutes", "is missing", null, Minutes.Allowed, "set it: so long can a deployment be taken back at once");
        }
        Check("bakeMinutes", deployment.BakeMinutes, Minutes);
        Check("linear.stepBakeMinutes", deployment.Linear?.StepBakeMinutes, Minutes);
        Check("linear.stepPercent", deployment.Linear?.StepPercent, Steps);
        Check("canary.bakeMinutes", deployment.Canary?.BakeMinutes, Minutes);
        Check("canary.percent", deployment.Canary?.Percent, Share);
        RefuseOthers("linear", deployment.Linear, DeploymentStrategy.Linear);
        RefuseOthers("canary", deployment.Canary, DeploymentStrategy.Canary);

        void Check(string property, IValue? value, Constraint constraint)
        {
            if (value?.Literal is { } literal && !constraint.Accepts(literal))
            {
                report.Add($"deployment.{property}", constraint.Violation, Spelling.Of(literal), constraint.Allowed, "use a value that is allowed");
            }
        }

        void RefuseOthers(string property, object? settings, DeploymentStrategy strategy)
        {
            if (settings is not null && deployment.Strategy.TryGetLiteral(out var chosen) && chosen != strategy)
            {
                report.Add($"deployment.{property}", $"is for strategy {Spelling.Of(strategy)}", $"{property} with {Spelling.Of(chosen)}", "nothing with this strategy", $"remove it, or set strategy to {Spelling.Of(strategy)}");
            }
        }
    }
}
