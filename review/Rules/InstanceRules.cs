using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to the instances that targets and tasks run on.</summary>
internal static class InstanceRules
{
    private const string Instance = "aws_instance";
    private const string Group = "aws_autoscaling_group";
    private const string Provider = "aws_ecs_capacity_provider";
    private const string Cluster = "aws_ecs_cluster";
    private const string Restarted = "The instance is stopped and started again: whoever it serves is not served meanwhile, and what only its memory or its instance store held is gone.";

    // What the provider stops an instance for is in its documentation of aws_instance.
    private static readonly Watch[] Watches =
    [
        new(Instance, "instance_type", WatchKind.Changed, Severity.High, Restarted),
        new(Instance, "user_data", WatchKind.Changed, Severity.High, Restarted),
        new(Instance, "user_data_base64", WatchKind.Changed, Severity.High, Restarted),
        new(Instance, "disable_api_termination", WatchKind.SwitchedOff, Severity.Medium, "Nothing stops the next plan that terminates the instance."),
        new(Instance, "metadata_options.0.http_tokens", WatchKind.SwitchedOff, Severity.Medium, "The role of the instance can be had by a request that it is made to pass on (IMDSv1)."),
        new(Instance, "vpc_security_group_ids", WatchKind.Shrunk, Severity.Medium, "What a group let in that is taken away no longer reaches the instance."),
    ];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN54", Severity.High, "Auto Scaling groups, capacity providers and clusters of ECS", "An Auto Scaling group is deleted or gets fewer instances, or a cluster or a capacity provider is deleted, or no longer protects or drains the instances of running tasks.",
            "Instances go, with the targets and the tasks on them.",
            "Lower numbers in steps, keep protection and draining on, and take a cluster or a capacity provider away when nothing runs there any more.")
        {
            Check = WatchTable.Check(
                [
                    new(Group, Severity.Critical, "Its instances are terminated, with the targets and the tasks on them.", "Its instances are terminated, and those of the new group serve when they have started."),
                    new(Provider, Severity.High, "Nothing starts instances for the tasks that name it any more; AWS refuses as long as a service does.", "Services that name the old one start no task on it any more; AWS refuses to delete it as long as one does."),
                    new(Cluster, Severity.Critical, "AWS refuses to delete a cluster that has services, tasks or instances; what ran in it must go first.", "Its services are made anew in another cluster, and AWS refuses to delete the old one as long as it has services, tasks or instances."),
                ],
                [
                    new(Group, "min_size", WatchKind.Lowered, Severity.Medium, "The group may let go of instances down to the new minimum."),
                    new(Group, "max_size", WatchKind.Lowered, Severity.Medium, "Under load fewer instances are started than before; those beyond the new maximum are terminated."),
                    new(Group, "desired_capacity", WatchKind.Lowered, Severity.High, "Instances are terminated at once; the others get their traffic and their tasks."),
                    new(Group, "protect_from_scale_in", WatchKind.SwitchedOff, Severity.Medium, "New instances may be terminated while tasks run on them."),
                    new(Group, "health_check_grace_period", WatchKind.Lowered, Severity.Medium, "Instances that start slowly are replaced before they are ready."),
                    new(Provider, "auto_scaling_group_provider.0.managed_termination_protection", WatchKind.SwitchedOff, Severity.High, "Instances are terminated while tasks run on them."),
                    new(Provider, "auto_scaling_group_provider.0.managed_draining", WatchKind.SwitchedOff, Severity.High, "Instances are terminated without moving their tasks away first."),
                    new(Provider, "auto_scaling_group_provider.0.managed_scaling.0.status", WatchKind.SwitchedOff, Severity.High, "Nothing starts instances for tasks that find no place any more."),
                ]),
        },
        new("PLAN55", Severity.High, Instance, "An instance is deleted, replaced, or stopped to be changed: medium where the plan shows no target group that it is in; or what protects it is switched off.",
            "Whoever it serves is not served meanwhile.",
            "Keep what protects it; before it is stopped or replaced, put another instance into the target group, and wait until it is healthy.")
        {
            Check = static (model, report) =>
            {
                var targets = model.Of("aws_lb_target_group_attachment").Select(attachment => attachment.Before["target_id"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
                foreach (var instance in model.Of(Instance).Where(instance => instance.Before.IsKnown))
                {
                    Check(instance, instance.Before["id"].Text is { } id && targets.Contains(id), report);
                }
            },
        },
    ];

    private static void Check(ResourceChange instance, bool isTarget, RuleReport report)
    {
        var severity = isTarget ? Severity.High : Severity.Medium;
        if (instance.Deletes != Answer.No)
        {
            report.JudgeDeletion(instance, severity, instance.Replaces
                ? "It is terminated, and the new one serves when it has started and is healthy; its private address may be another."
                : "It is terminated: whoever it serves is not served any more, and what only it held is gone.");
            return;
        }
        var isTold = false;
        foreach (var (watch, answer) in Watches.Where(_ => instance.Updates).Select(watch => (watch, watch.Of(instance))).Where(pair => pair.Item2 != Answer.No))
        {
            report.Judge(instance, watch.Path, answer, severity: watch.Severity == Severity.High ? severity : watch.Severity, consequence: watch.Consequence);
            isTold = true;
        }
        if (!isTold)
        {
            report.Holds(instance);
        }
    }
}
