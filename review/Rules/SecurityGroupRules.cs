using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What is closed between load balancers and their targets, and what happens when groups are replaced.</summary>
internal static class SecurityGroupRules
{
    private const string Nothing = "(none)";
    private static readonly string[] Users = ["aws_lb", "aws_elb", "aws_ecs_service", "aws_lambda_function", "aws_instance", "aws_network_interface", "aws_vpc_endpoint", "aws_db_instance", "aws_rds_cluster", "aws_elasticache_cluster", "aws_elasticache_replication_group"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN21", Severity.High, "security group rules", "A rule is removed or narrowed whose source is a load balancer's group, or that lets a load balancer out to the target or health port.",
            "The load balancer no longer reaches its targets: they turn unhealthy, and clients get 503.",
            "Keep the port open from the load balancer's group to the targets until nothing listens on it.")
        {
            Check = CheckClosed,
        },
        new("PLAN22", Severity.Medium, "aws_security_group_rule", "A rule is replaced: anything but its description forces it.",
            "For seconds there is no rule, and new connections are refused.",
            "Use aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule, which change in place.")
        {
            Check = static (model, report) =>
            {
                foreach (var rule in model.Of("aws_security_group_rule").Where(rule => rule.Before.IsKnown))
                {
                    report.JudgeReplacement(rule, rule.Deletes == Answer.Unknown ? Answer.Unknown : rule.DeletesFirst ? Answer.Yes : Answer.No);
                }
            },
        },
        new("PLAN23", Severity.Critical, "aws_security_group", "A group is deleted while a load balancer, a service, a function, an instance or a rule of another group uses it.",
            "EC2 refuses to delete a group in use (DependencyViolation): the apply hangs, and then fails.",
            "Set create_before_destroy with a name_prefix. The description cannot be changed in place either.")
        {
            AdviceWhereDeleted = "Let what uses the group take another one first, in an apply of its own; delete this one in the next.",
            Check = static (model, report) =>
            {
                foreach (var group in model.Of("aws_security_group").Where(group => group.Before.IsKnown))
                {
                    CheckInUse(model, group, report);
                }
            },
        },
        new("PLAN36", Severity.High, "aws_security_group", "A group is replaced, the new one first, and rules of it are deleted before their successors are there.",
            "Until what uses the old group has the new one, the old one lets nothing through: connections are refused for seconds, those to the tasks of a service until its rollout is over.",
            "Take back what forces the replacement; or make a second group with its rules, move what uses the first, and remove that last.")
        {
            Check = static (model, report) =>
            {
                foreach (var group in model.Of("aws_security_group").Where(group => group.Before.IsKnown))
                {
                    CheckRulesFirst(model, group, report);
                }
            },
        },
    ];

    private static void CheckInUse(PlanModel model, ResourceChange group, RuleReport report)
    {
        if (group.Deletes != Answer.Yes)
        {
            report.JudgeReplacement(group, group.Deletes);
            return;
        }
        var holders = ApplyOrder.HoldersOf(model, group, Users).Concat(ApplyOrder.HoldersOf(model, group, OpenPort.RuleTypes).Where(rule => rule.Before["security_group_id"].Text != group.Before["id"].Text)).ToList();
        if (holders.Count > 0)
        {
            report.JudgeReplacement(group, Answer.Yes, consequence: $"EC2 refuses to delete a group in use (DependencyViolation), and {ApplyOrder.Use(group, holders)}: the apply hangs, and then fails.");
        }
        else if (!group.CreatesFirst && ApplyOrder.UsersBefore(model, group, Users).Count == 0)
        {
            report.CannotTell(group, group.ReplacePaths is [var path, ..] ? path : "", "The plan does not show what uses the group.");
        }
        else
        {
            report.Holds(group);
        }
    }

    private static void CheckRulesFirst(PlanModel model, ResourceChange group, RuleReport report)
    {
        if (!group.CreatesFirst)
        {
            report.JudgeReplacement(group, group.Deletes == Answer.Unknown ? Answer.Unknown : Answer.No);
            return;
        }
        var rules = model.Of([.. OpenPort.RuleTypes]).Where(rule => rule.DeletesFirst && rule.Before["security_group_id"].Text is { } id && id == group.Before["id"].Text).Select(rule => rule.Address).Order(StringComparer.Ordinal).ToList();
        if (rules.Count > 0)
        {
            report.Violates(group, group.ReplacePaths is [var path, ..] ? path : "", consequence: $"{string.Join(", ", rules)} {(rules.Count == 1 ? "is" : "are")} deleted first. Until what uses the old group has the new one, the old one lets nothing through: connections are refused for seconds, those to the tasks of a service until its rollout is over.");
        }
        else
        {
            report.Holds(group);
        }
    }

    private static void CheckClosed(PlanModel model, RuleReport report)
    {
        var owners = model.Of(["aws_security_group", .. OpenPort.RuleTypes]).ToList();
        // A load balancer that is gone needs no way to its targets.
        var groupsOfBalancers = model.Of("aws_lb").Where(balancer => balancer.After.IsKnown).SelectMany(balancer => PlanModel.Leaves(balancer.Before["security_groups"])).ToHashSet(StringComparer.Ordinal);
        var ports = TargetPorts(model);
        var after = owners.Where(owner => owner.After.IsKnown).SelectMany(owner => OpenPort.After(model, owner)).ToList();
        var (byGroup, byOwner) = (after.ToLookup(now => now.Group ?? "", StringComparer.Ordinal), after.ToLookup(now => now.Owner));
        foreach (var owner in owners.Where(owner => owner.Before.IsKnown && (!owner.IsUntouched || owner.DeferredBecause is not null)))
        {
            var isTold = false;
            foreach (var (open, peer) in OpenPort.Before(owner).SelectMany(open => open.Peers.Select(peer => (open, peer))))
            {
                var isPath = IsPath(model, open, peer, groupsOfBalancers, ports);
                if (isPath == Answer.No)
                {
                    continue;
                }
                if (owner.Deletes == Answer.Unknown || byOwner[owner].Any(now => now.IsUnknown && !owner.Replaces))
                {
                    report.CannotTell(owner, open.AttributeOf(peer), "What the rule lets through is known only after the apply.");
                    isTold = true;
                }
                else if (!byGroup[open.Group ?? ""].Concat(byGroup[""]).Any(now => (now.Group is null ? now with { Group = open.Group } : now).Covers(open, peer)) && !byOwner[owner].Any(now => owner.Replaces && now.IsUnknown))
                {
                    isTold = true;
                    if (isPath == Answer.Unknown)
                    {
                        report.CannotTell(owner, open.AttributeOf(peer), $"The plan does not show whether {peer} is a load balancer's group.", $"{open.Ports} from {peer}", Left(byOwner[owner], open, peer));
                        continue;
                    }
                    var direction = open.IsIngress ? "from" : "to";
                    var left = Left(byOwner[owner], open, peer);
                    var what = left == Nothing ? open.Ports : $"all of {open.Ports}";
                    report.Violates(owner, open.AttributeOf(peer), $"{open.Ports} {direction} {Name(model, peer)}", left, consequence: open.IsIngress
                        ? $"The load balancer no longer reaches its targets on {what}: they turn unhealthy, and clients get 503."
                        : $"The load balancer is no longer let out to its targets on {what}: they turn unhealthy, and clients get 503.");
                }
            }
            if (!isTold)
            {
                report.Holds(owner);
            }
        }
    }

    /// <summary>What a rule still lets through for a peer.</summary>
    private static string Left(IEnumerable<OpenPort> after, OpenPort open, string peer) =>
        string.Join(", ", after.Where(now => now.IsIngress == open.IsIngress && now.Peers.Contains(peer)).Select(now => now.Ports)) is { Length: > 0 } left ? left : Nothing;

    /// <summary>Whether load balancers reach their targets, or their health port, by it.</summary>
    private static Answer IsPath(PlanModel model, OpenPort open, string peer, HashSet<string> groupsOfBalancers, HashSet<int> ports) =>
        !open.IsIngress ? open.Group is not null && groupsOfBalancers.Contains(open.Group) && ports.Any(open.Allows) ? Answer.Yes : Answer.No
        : groupsOfBalancers.Contains(peer) ? Answer.Yes
        : peer.StartsWith("sg-", StringComparison.Ordinal) && peer != open.Group && model.Find(peer, "aws_security_group") is null ? Answer.Unknown
        : Answer.No;

    private static HashSet<int> TargetPorts(PlanModel model) =>
        [.. model.Of("aws_lb_target_group").SelectMany(group => new[] { group.Before["port"].Number, group.Before["health_check"].Block["port"].Number }).OfType<decimal>().Select(port => (int)port)];

    private static string Name(PlanModel model, string peer) => model.Find(peer, "aws_security_group")?.Address ?? peer;
}
