using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to ECS services and to how many tasks they run.</summary>
internal static class EcsRules
{
    private const string Service = "aws_ecs_service";
    private const string ScalingTarget = "aws_appautoscaling_target";
    private const string ScalingPolicy = "aws_appautoscaling_policy";

    private static readonly Action<PlanModel, RuleReport> Scaling = WatchTable.Check(
        [],
        [
            new(ScalingTarget, "max_capacity", WatchKind.Lowered, Severity.Medium, "Under load fewer tasks are added than before; what runs beyond the new maximum is stopped."),
            new("aws_appautoscaling_scheduled_action", "scalable_target_action.0.max_capacity", WatchKind.Lowered, Severity.Low, "From its time on fewer tasks are added than before."),
            new(ScalingPolicy, "step_scaling_policy_configuration.0.adjustment_type", WatchKind.Changed, Severity.Medium, "The steps mean something else: as many tasks, as many more, or as many per cent."),
        ]);

    private static readonly Watch[] Rollout =
    [
        new(Service, "deployment_circuit_breaker.0.rollback", WatchKind.SwitchedOff, Severity.Medium, "A rollout that fails stays where it is instead of being taken back."),
        new(Service, "alarms.0.enable", WatchKind.SwitchedOff, Severity.Medium, "A rollout that makes the alarms ring goes on."),
        new(Service, "alarms.0.rollback", WatchKind.SwitchedOff, Severity.Medium, "A rollout that makes the alarms ring stays where it is instead of being taken back."),
        new(Service, "network_configuration.0.assign_public_ip", WatchKind.SwitchedOff, Severity.Medium, "New tasks have no public address: in a subnet without a NAT gateway or endpoints of AWS's services they reach no registry, and do not start."),
        new(Service, "network_configuration.0.assign_public_ip", WatchKind.SwitchedOn, Severity.Medium, "New tasks have a public address: what their security groups let in from the world reaches them past the load balancer."),
    ];

    private static readonly (string Attribute, string Consequence)[] Networks =
    [
        ("network_configuration.0.subnets", "New tasks start in other subnets: they need routes and addresses there, and the load balancer a way to them."),
        ("network_configuration.0.security_groups", "New tasks stand behind other security groups: the load balancer reaches them only if those let it in."),
    ];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN28", Severity.Critical, Service, "A service is deleted or replaced.",
            "Every task of the service stops before the first new one starts.",
            "Take back what forces the replacement; else run a second service of another name behind the same target group first.")
        {
            AdviceWhereDeleted = "Keep it in the configuration. To give it up, move its traffic to another service first.",
            Check = static (model, report) =>
            {
                foreach (var service in model.Of(Service).Where(service => service.Before.IsKnown))
                {
                    report.JudgeDeletion(service, service.Before["desired_count"].Number == 0 ? Severity.Low : null, service.Before["desired_count"].Number == 0 ? "It runs no task: nothing stops." : service.CreatesFirst ? "The old tasks stop as soon as the new service exists, whether or not its tasks are healthy." : service.Replaces ? null : "Every task of the service stops.");
                }
            },
        },
        new("PLAN29", Severity.High, "aws_ecs_service, Application Auto Scaling", "The desired count goes to 0 or is halved, the minimum capacity goes to 0, the desired count falls under an autoscaler, or an autoscaler is removed or held down (medium).",
            "Capacity is lost at once.",
            "Lower it in steps; under an autoscaler leave desired_count to it (ignore_changes).")
        {
            Check = CheckCapacity,
        },
        new("PLAN30", Severity.High, Service, "A load balancer is removed from a service or its port or group changes; the minimum of healthy tasks allows none; or no rollout; the circuit breaker, its rollback or the alarms are switched off, the grace period lowered; subnets, groups or public addresses change; a name of Service Connect or Cloud Map is given up.",
            "The service is dropped from the load balancer, or its next rollout is unsafe.",
            "Attach the new target group beside the old one first.")
        {
            Check = static (model, report) =>
            {
                foreach (var service in ServicesThatStay(model))
                {
                    CheckRollout(model, service, report);
                }
            },
        },
    ];

    /// <summary>The services that are there before and after, and may not be replaced.</summary>
    internal static IEnumerable<ResourceChange> ServicesThatStay(PlanModel model) => ListenerRules.Existing(model, Service).Where(service => service.Deletes != Answer.Yes);

    private static void CheckCapacity(PlanModel model, RuleReport report)
    {
        var scaled = model.Of("aws_appautoscaling_target").Select(target => target.Before["resource_id"].Text ?? target.After["resource_id"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var service in ServicesThatStay(model))
        {
            CheckCount(service, IsScaled(service, scaled), report);
        }
        foreach (var target in ListenerRules.Existing(model, ScalingTarget).Where(target => target.Before["min_capacity"].Number > 0))
        {
            report.Judge(target, "min_capacity", target.After["min_capacity"] is { IsUnknown: true } ? Answer.Unknown : target.After["min_capacity"].Number == 0 ? Answer.Yes : Answer.No, consequence: "The scaler may stop the last task: nobody answers until it starts one again.");
        }
        Scaling(model, report);
        CheckScalers(model, report);
    }

    /// <summary>What scales a service that stays: with the service goes what scales it, and with the target its policies.</summary>
    private static void CheckScalers(PlanModel model, RuleReport report)
    {
        var gone = model.Of(Service).Where(service => service.Before.IsKnown && service.Deletes != Answer.No).Select(service => IdOf(service.Before)).ToHashSet(StringComparer.Ordinal);
        foreach (var target in model.Of(ScalingTarget).Where(target => target.Before.IsKnown && target.Deletes != Answer.No && !gone.Contains(target.Before["resource_id"].Text ?? "")))
        {
            gone.Add(target.Before["resource_id"].Text ?? "");
            report.JudgeDeletion(target, Severity.Medium, target.Replaces ? "Until the new target has its policies, the number of tasks stays what it is, whatever the load." : "The number of tasks stays what it is, whatever the load.", "Keep it, or give the service as many tasks as the highest load needs.");
        }
        foreach (var policy in model.Of(ScalingPolicy).Where(policy => policy.Before.IsKnown && policy.Deletes != Answer.No && !gone.Contains(policy.Before["resource_id"].Text ?? "")))
        {
            report.JudgeDeletion(policy, Severity.Medium, policy.Replaces ? "Nothing adds or takes away tasks by this measure until the new policy is made." : "Nothing adds or takes away tasks by this measure any more.", "Put the new policy beside the old one first.");
        }
    }

    private static void CheckCount(ResourceChange service, bool isScaled, RuleReport report)
    {
        var (before, after) = (service.Before["desired_count"].Number ?? 0, service.After["desired_count"]);
        if (after.IsUnknown)
        {
            report.CannotTell(service, "desired_count", "The count is known only after the apply.");
        }
        else if (before > 0 && (after.Number ?? 0) == 0)
        {
            report.Violates(service, "desired_count", severity: Severity.Critical, consequence: "Every task of the service stops.");
        }
        else if (after.Number < before && isScaled)
        {
            report.Violates(service, "desired_count", consequence: "Terraform takes away tasks that the autoscaler has added, and the two go on fighting.");
        }
        else if (after.Number * 2 <= before)
        {
            report.Violates(service, "desired_count", consequence: $"Of {before} tasks {after.Number} are left: they get all of the traffic at once.");
        }
        else
        {
            report.Holds(service);
        }
    }

    private static bool IsScaled(ResourceChange service, HashSet<string> scaled) => scaled.Contains(IdOf(service.Before));

    /// <summary>By what Application Auto Scaling knows a service.</summary>
    private static string IdOf(PlanValue service)
    {
        var cluster = service["cluster"].Text;
        return $"service/{cluster?[(cluster.LastIndexOf('/') + 1)..]}/{service["name"].Text}";
    }

    private static void CheckRollout(PlanModel model, ResourceChange service, RuleReport report)
    {
        var isTold = CheckBalancers(model, service, report) | CheckMinimum(service, report) | CheckMaximum(service, report) | ServiceNames.Check(service, report);
        foreach (var (watch, answer) in Rollout.Select(watch => (watch, watch.Of(service))).Where(pair => pair.Item2 == Answer.Yes && !IsToldAlready(service, pair.watch)))
        {
            report.Judge(service, watch.Path, answer, severity: watch.Severity, consequence: watch.Consequence, advice: "Take it back, or watch the next rollout.");
            isTold = true;
        }
        if (service.Before["deployment_circuit_breaker"]["enable"].Boolean == true && !service.After["deployment_circuit_breaker"].HasUnknown && service.After["deployment_circuit_breaker"]["enable"].Boolean != true)
        {
            report.Violates(service, "deployment_circuit_breaker", "enabled", "off", Severity.Medium, "A rollout whose tasks do not start goes on for hours instead of being taken back.", "Keep deployment_circuit_breaker with enable and rollback.");
            isTold = true;
        }
        if (service.Before["health_check_grace_period_seconds"].Number is { } grace && !service.After["health_check_grace_period_seconds"].IsUnknown && (service.After["health_check_grace_period_seconds"].Number ?? 0) < grace)
        {
            report.Violates(service, "health_check_grace_period_seconds", severity: Severity.Medium, consequence: "Tasks that start slowly are stopped as unhealthy before they are ready.", advice: "Keep it longer than the slowest start.");
            isTold = true;
        }
        foreach (var (attribute, consequence) in Networks.Where(pair => service.Before.At(pair.Attribute).IsKnown))
        {
            var differs = model.Follows(service, attribute) ? Answer.No : service.Differs(attribute);
            if (differs != Answer.No)
            {
                isTold = true;
                if (differs == Answer.Yes)
                {
                    report.Violates(service, attribute, severity: Severity.Medium, consequence: consequence, advice: "Check routes, rules and the load balancer's way to the new tasks first.");
                }
                else
                {
                    report.CannotTell(service, attribute, "The value is known only after the apply.");
                }
            }
        }
        if (!isTold)
        {
            report.Holds(service);
        }
    }

    private static bool CheckBalancers(PlanModel model, ResourceChange service, RuleReport report)
    {
        var after = service.After["load_balancer"];
        if (after.HasUnknown)
        {
            if (!model.Follows(service, "load_balancer") && service.Before["load_balancer"].Items.Count > 0)
            {
                report.CannotTell(service, "load_balancer", "The target group is known only after the apply.");
                return true;
            }
            return false;
        }
        var (old, now) = (Attachments(service.Before["load_balancer"]), Attachments(after));
        var gone = old.Except(now).Order(StringComparer.Ordinal).ToList();
        if (gone.Count == 0)
        {
            return false;
        }
        report.Violates(service, "load_balancer", string.Join(", ", gone), now.Count == 0 ? "(none)" : string.Join(", ", now.Order(StringComparer.Ordinal)), consequence: now.Count == 0 ? "The service is dropped from its load balancer: it gets no requests." : "The service is taken out of its target group and put into another, or behind another port.");
        return true;
    }

    private static bool CheckMinimum(ResourceChange service, RuleReport report)
    {
        const string Minimum = "deployment_minimum_healthy_percent";
        var (before, after) = (service.Before[Minimum].Number, service.After[Minimum]);
        if (after.IsUnknown)
        {
            report.CannotTell(service, Minimum, "The value is known only after the apply.");
            return true;
        }
        var hasOneTask = service.After["desired_count"].Number == 1;
        if (before is null || after.Number is not { } now || now >= before || now > 0 && !(now < 100 && hasOneTask))
        {
            return false;
        }
        report.Violates(service, Minimum, consequence: now == 0 ? "A rollout may stop every task before a new one is ready." : "With one task, a rollout may stop it before the new one is ready.", advice: "Keep at least 100 with one task, 50 with several.");
        return true;
    }

    /// <summary>Whether what would roll back is switched off as a whole.</summary>
    private static bool IsToldAlready(ResourceChange service, Watch watch) => watch.Path.EndsWith(".rollback", StringComparison.Ordinal) && service.After[watch.Path.Split('.')[0]]["enable"].Boolean != true;

    private static bool CheckMaximum(ResourceChange service, RuleReport report)
    {
        const string Maximum = "deployment_maximum_percent";
        var (before, after) = (service.Before[Maximum].Number, service.After[Maximum].Number);
        if (before is null || after is null || after >= before || after > 100 || service.After["deployment_minimum_healthy_percent"].Number != 100 || service.After["scheduling_strategy"].Text == "DAEMON")
        {
            return false;
        }
        report.Violates(service, Maximum, consequence: "A rollout may neither stop an old task nor start a new one: it never ends.", advice: "Allow 200, or a minimum below 100.");
        return true;
    }

    private static HashSet<string> Attachments(PlanValue balancers) =>
        [.. balancers.Items.Select(item => $"{item["container_name"].Text}:{item["container_port"].Text} in {item["target_group_arn"].Text ?? item["elb_name"].Text}")];
}
