using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What the tasks of a service are let out to.</summary>
internal static class WayOutRules
{
    private const int Https = 443;

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN58", Severity.High, "security group rules", "The last rule goes that lets the tasks of a service out by HTTPS.",
            "New tasks reach neither their registry nor the services of AWS: they do not start, and those that run lose their logs and secrets.",
            "Keep port 443 open to the registry, to the endpoints of AWS's services or to their prefix lists.")
        {
            Check = static (model, report) =>
            {
                var owners = model.Of(["aws_security_group", .. OpenPort.RuleTypes]).ToList();
                var after = owners.Where(owner => owner.After.IsKnown).SelectMany(owner => OpenPort.After(model, owner)).Where(open => !open.IsIngress && (open.IsUnknown || open.Allows(Https))).ToList();
                foreach (var owner in owners.Where(owner => owner.Before.IsKnown && !owner.IsUntouched))
                {
                    Check(model, owner, after, report);
                }
            },
        },
    ];

    private static void Check(PlanModel model, ResourceChange owner, List<OpenPort> after, RuleReport report)
    {
        foreach (var open in OpenPort.Before(owner).Where(open => !open.IsIngress && open.Allows(Https) && open.Protocol is not ("udp" or "17")))
        {
            var group = model.Find(open.Group, "aws_security_group");
            var services = model.GroupUsers.Of(open.Group, group).Where(user => user.Type == "aws_ecs_service" && user.Deletes == Answer.No).Select(user => user.Address).ToList();
            if (services.Count == 0 || group is { Deletes: not Answer.No })
            {
                continue;
            }
            var left = after.Where(now => (now.Group is null || now.Group == open.Group) && now.Protocol is not ("udp" or "17")).ToList();
            report.Judge(owner, "", left.Exists(now => now.Group is not null && !now.IsUnknown) ? Answer.No : left.Count > 0 || owner.Deletes == Answer.Unknown ? Answer.Unknown : Answer.Yes, "What else lets the tasks out is known only after the apply.",
                consequence: $"New tasks of {string.Join(", ", services)} reach neither their registry nor the services of AWS: they do not start, and those that run lose their logs and secrets.");
            return;
        }
    }
}
