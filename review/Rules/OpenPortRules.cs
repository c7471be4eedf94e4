using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What is opened to the world.</summary>
internal static class OpenPortRules
{
    private static readonly string[] Icmp = ["icmp", "icmpv6", "1", "58"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN19", Severity.Critical, "security groups and their rules", "0.0.0.0/0 or ::/0 is added with all protocols or with ports other than the allowed web ports.",
            "Anybody on the Internet who has a route to it reaches a port that is not meant for them.",
            "Name the networks or the security group that need the port.")
        {
            Check = static (model, report) => Check(model, report, static (model, open, report) =>
            {
                if (open.IsWorld && !IsWeb(model, open) && !Icmp.Contains(open.Protocol))
                {
                    report.Violates(open.Owner, open.Attribute, "(none)", $"{open.Ports} from {World(open)}");
                    return true;
                }
                return false;
            }),
        },
        new("PLAN20", Severity.High, "security groups and their rules", "A web port is opened to the world on a group of targets, not of a load balancer.",
            "Clients reach the targets past the load balancer and its web ACL.",
            "Let the port in from the load balancer's security group alone.")
        {
            Check = static (model, report) => Check(model, report, CheckTargets),
        },
    ];

    /// <summary>Looks at each added way in; an owner without a finding holds.</summary>
    private static void Check(PlanModel model, RuleReport report, Func<PlanModel, OpenPort, RuleReport, bool> check)
    {
        foreach (var owner in model.Of(["aws_security_group", .. OpenPort.RuleTypes]).Where(owner => owner.After.IsKnown && !owner.IsUntouched))
        {
            var before = OpenPort.Before(owner).ToList();
            var isTold = false;
            foreach (var open in OpenPort.After(model, owner).Where(open => open.IsIngress))
            {
                if (open.IsWorld && before.Exists(old => open.Peers.Where(OpenPort.IsWholeWorld).All(peer => (old with { Group = open.Group }).Covers(open, peer))))
                {
                    continue;
                }
                if (open.IsUnknown && !(open.IsWorld && open.From is not null))
                {
                    if (IsAtStake(model, open))
                    {
                        report.CannotTell(owner, open.Attribute, "The source or the port is known only after the apply.");
                        isTold = true;
                    }
                }
                else
                {
                    isTold |= check(model, open, report);
                }
            }
            if (!isTold)
            {
                report.Holds(owner);
            }
        }
    }

    private static bool CheckTargets(PlanModel model, OpenPort open, RuleReport report)
    {
        if (!open.IsWorld || !IsWeb(model, open))
        {
            return false;
        }
        var users = model.GroupUsers.Of(open.Group, GroupOf(model, open));
        if (users.Any(user => user.Type == "aws_lb"))
        {
            return false;
        }
        if (users.Count > 0)
        {
            report.Violates(open.Owner, open.Attribute, "(none)", $"{open.Ports} from {World(open)}", consequence: $"Clients reach {users[0].Address} past the load balancer and its web ACL.");
        }
        else
        {
            report.CannotTell(open.Owner, open.Attribute, "The plan does not show whether a load balancer or targets use the group.");
        }
        return true;
    }

    /// <summary>A source that is a group is not the world, whatever its id will be.</summary>
    private static bool IsAtStake(PlanModel model, OpenPort open) => open.Owner.Type switch
    {
        "aws_vpc_security_group_ingress_rule" => open.Owner.After["cidr_ipv4"].IsUnknown || open.Owner.After["cidr_ipv6"].IsUnknown || open.IsWorld,
        "aws_security_group_rule" => open.Owner.After["cidr_blocks"].HasUnknown && model.Plan.Configuration.Gives(open.Owner, "cidr_blocks") != Answer.No || open.Owner.After["ipv6_cidr_blocks"].HasUnknown && model.Plan.Configuration.Gives(open.Owner, "ipv6_cidr_blocks") != Answer.No || open.IsWorld,
        _ => open.Owner.After["ingress"].IsUnknown || open.Owner.After["ingress"].Items.Any(rule => rule["cidr_blocks"].HasUnknown || rule["ipv6_cidr_blocks"].HasUnknown) || open.IsWorld,
    };

    private static bool IsWeb(PlanModel model, OpenPort open) => open is { IsEverything: false, From: { } from, To: { } to, Protocol: "tcp" or "6" or "udp" or "17" } && from == to && model.Settings.WebPorts.Contains(from);

    private static string World(OpenPort open) => string.Join(", ", open.Peers.Where(OpenPort.IsWholeWorld));

    private static ResourceChange? GroupOf(PlanModel model, OpenPort open) =>
        open.Owner.Type == "aws_security_group" ? open.Owner : model.Linked(open.Owner, "security_group_id", "aws_security_group") is [var group, ..] ? group : null;
}
