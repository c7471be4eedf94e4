using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>How the traffic of an ECS service gets to its next revisions.</summary>
internal static class DeploymentStrategyRules
{
    private const string Service = "aws_ecs_service";
    private const string Strategy = "deployment_configuration.0.strategy";
    private const string Rolling = "ROLLING";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN53", Severity.Medium, Service, "The deployment strategy of a service changes, or stays although the configuration gives none.",
            "The next deployment moves traffic in another way: what is watched, and how it is taken back, changes with it.",
            "Look at the alarms and the listener rules of the service before the next deployment.")
        {
            Check = static (model, report) =>
            {
                foreach (var service in EcsRules.ServicesThatStay(model))
                {
                    Check(model, service, report);
                }
            },
        },
    ];

    private static void Check(PlanModel model, ResourceChange service, RuleReport report)
    {
        if (service.After.At(Strategy).IsUnknown)
        {
            report.CannotTell(service, Strategy, "The strategy is known only after the apply.");
            return;
        }
        var (before, after) = (service.Before.At(Strategy).Text ?? Rolling, service.After.At(Strategy).Text ?? Rolling);
        if (before == after)
        {
            CheckKept(model, service, before, report);
        }
        else if (after == Rolling)
        {
            CheckReturn(model, service, before, report);
        }
        else
        {
            report.Violates(service, Strategy, before, after, Severity.Low, before == Rolling
                ? "Each deployment runs all tasks twice for a while and moves the traffic by the listener rules; the circuit breaker no longer takes back what fails."
                : null,
                before == Rolling ? "Have alarms take back what fails, and room for twice the tasks." : null);
        }
    }

    /// <summary>The provider keeps the block where the configuration has none.</summary>
    private static void CheckKept(PlanModel model, ResourceChange service, string strategy, RuleReport report)
    {
        if (strategy == Rolling)
        {
            report.Holds(service);
            return;
        }
        var configuration = model.Plan.Configuration;
        if (!configuration.IsGiven)
        {
            report.CannotTell(service, Strategy, "The plan repeats no configuration.");
        }
        else if (configuration.Gives(service, "deployment_configuration") == Answer.Yes)
        {
            report.Holds(service);
        }
        else
        {
            report.CannotTell(service, Strategy, $"No block of the configuration gives {strategy}, unless a dynamic one does: the plan does not show those. Without one the provider keeps what is there, and deployments fail if the second target group is gone.",
                advice: "Write deployment_configuration with strategy = \"ROLLING\", or the strategy that is meant.");
        }
    }

    private static void CheckReturn(PlanModel model, ResourceChange service, string before, RuleReport report)
    {
        var balancers = service.Before["load_balancer"].Items.Select(balancer => balancer["advanced_configuration"]["alternate_target_group_arn"].Text ?? balancer["advanced_configuration"].At("0.alternate_target_group_arn").Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var live = Live(model).Where(balancers.Contains).ToList();
        report.Violates(service, Strategy, before, Rolling, live.Count > 0 ? Severity.Critical : Severity.High,
            live.Count > 0
                ? "The second target group has the traffic. The rule goes back to the first one, which is empty until the service has started tasks there: until then requests fail."
                : "New tasks are registered in the first target group alone. Where the second one has the traffic, requests fail until they are there.",
            "Deploy once more, so that the first target group has the traffic, and change the strategy then.");
    }

    /// <summary>The target groups that get traffic before the apply.</summary>
    private static IEnumerable<string> Live(PlanModel model) =>
        from change in model.Of("aws_lb_listener_rule", "aws_lb_listener")
        from action in change.Before[change.Type == "aws_lb_listener" ? "default_action" : "action"].Items
        from arn in ActionShares.Of(action)?.Live ?? []
        select arn;
}
