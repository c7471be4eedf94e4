using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to load balancers as such.</summary>
internal static class LoadBalancerRules
{
    private const string WhereDeleted = "Keep it in the configuration. To give it up, move the clients first and wait for the TTL of its name; to merely stop managing it, use removed with destroy = false.";
    private const string Protection = "enable_deletion_protection";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN03", Severity.Critical, "aws_lb network", "A Network Load Balancer is deleted or replaced.",
            "Its DNS name changes, and so does every address that is no Elastic IP; between the two nobody is served.",
            "Take back what forces the replacement. To change it all the same, build a second load balancer, shift DNS with weights, then delete the first.")
        {
            AdviceWhereDeleted = WhereDeleted,
            Check = static (model, report) => Each(AddressRules.Networks(model), balancer => report.JudgeDeletion(balancer, consequence: WithProtection(balancer, balancer.Replaces
                ? "Its DNS name changes, and so does every address that is no Elastic IP; between the two nobody is served."
                : "Its DNS name no longer resolves, its addresses answer no more, and those that are no Elastic IP are lost."), advice: ForItsName(balancer))),
        },
        new("PLAN05", Severity.Critical, "aws_lb application", "An Application Load Balancer is deleted or replaced.",
            "Its DNS name changes, its listeners and rules are replaced with it, and aliases, the WAF association and the NLB in front of it point at nothing until they are too.",
            "Take back what forces the replacement. To change it all the same, build a second load balancer, shift DNS with weights, then delete the first.")
        {
            AdviceWhereDeleted = WhereDeleted,
            Check = static (model, report) => Each(model.Of("aws_lb").Where(balancer => (balancer.Before["load_balancer_type"].Text ?? balancer.After["load_balancer_type"].Text ?? "application") == "application"), balancer =>
                report.JudgeDeletion(balancer, consequence: WithProtection(balancer, balancer.Replaces
                    ? "Its DNS name changes, its listeners and rules are replaced with it, and aliases, the WAF association and the NLB in front of it point at nothing until they are too."
                    : "Its DNS name no longer resolves, and its listeners and rules are gone with it."), advice: ForItsName(balancer))),
        },
        new("PLAN17", Severity.High, "aws_lb", "Deletion protection is switched off, also by merely removing the argument.",
            "Nothing stops the next plan that deletes the load balancer.",
            "Set enable_deletion_protection = true, and switch it off in a change of its own, right before a deletion that is meant.")
        {
            Check = static (model, report) => Each(Existing(model).Where(balancer => balancer.Before[Protection].Boolean == true && !balancer.Replaces), balancer =>
                report.Judge(balancer, Protection, SwitchedOff(balancer.After[Protection]))),
        },
        new("PLAN18", Severity.Critical, "aws_lb", "An internal load balancer becomes internet-facing.",
            "A service that only the network could reach is on the Internet.",
            "Keep internal = true, and put a load balancer of its own in front of what is meant to be public.")
        {
            Check = static (model, report) => Each(Existing(model).Where(balancer => balancer.Before["internal"].Boolean == true), balancer =>
                report.Judge(balancer, "internal", SwitchedOff(balancer.After["internal"]))),
        },
        new("PLAN24", Severity.Low, "aws_lb network", "A Network Load Balancer has security groups, the configuration gives none.",
            "Nothing: AWS ignores it, the groups stay. The configuration says something else than what is there.",
            "Write the groups into the configuration; only a replacement removes them.")
        {
            Check = static (model, report) => Each(AddressRules.Networks(model).Where(balancer => balancer.Before["security_groups"].Items.Count > 0 && balancer.Deletes == Answer.No && balancer.After.IsKnown), balancer =>
                report.Judge(balancer, "security_groups", model.Plan.Configuration.Gives(balancer, "security_groups") switch { Answer.Yes => Answer.No, Answer.No => Answer.Yes, _ => Answer.Unknown }, "The plan repeats no configuration.")),
        },
    ];

    /// <summary>Whether something that was on is off.</summary>
    internal static Answer SwitchedOff(PlanValue after) => after.IsUnknown ? Answer.Unknown : after.Boolean == true ? Answer.No : Answer.Yes;

    /// <summary>The load balancers that are there before and after.</summary>
    private static IEnumerable<ResourceChange> Existing(PlanModel model) => model.Of("aws_lb").Where(balancer => balancer.Before.IsKnown && balancer.After.IsKnown);

    /// <summary>What to do where nothing but the name forces a replacement.</summary>
    private static string? ForItsName(ResourceChange balancer) =>
        balancer.ReplacePaths is ["name"] ? "Only its name changes: give it the name that it has (name in a manifest and in Terraform), and nothing is replaced. To rename it all the same, build a second load balancer, shift DNS with weights, then delete the first." : null;

    private static string WithProtection(ResourceChange balancer, string consequence) =>
        balancer.Before[Protection].Boolean == true ? $"Deletion protection is on: AWS refuses, and the apply stops here. Without it: {char.ToLowerInvariant(consequence[0])}{consequence[1..]}" : consequence;

    private static void Each(IEnumerable<ResourceChange> changes, Action<ResourceChange> check)
    {
        foreach (var change in changes)
        {
            check(change);
        }
    }
}
