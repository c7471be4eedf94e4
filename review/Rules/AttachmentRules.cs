using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What is tied to a load balancer and comes loose.</summary>
internal static class AttachmentRules
{
    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN34", Severity.High, "WAF association, target and Auto Scaling attachment", "A web ACL's association is deleted or replaced, or a target or an Auto Scaling group is detached.",
            "For as long as it takes, or for good, requests reach the load balancer past the web ACL; a target that is detached gets none.",
            "Take the cause back; where it is meant, make the new association first.")
        {
            Check = static (model, report) =>
            {
                foreach (var association in model.Of("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association").Where(change => change.Before.IsKnown))
                {
                    report.JudgeDeletion(association, consequence: association.Replaces ? "Until the new association is made, requests reach the load balancer past the web ACL." : "Requests reach the load balancer past the web ACL.");
                }
                foreach (var attachment in model.Of("aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment").Where(change => change.Before.IsKnown))
                {
                    report.JudgeDeletion(attachment, consequence: $"The instances of {attachment.Before["autoscaling_group_name"].Text} {(attachment.Replaces ? "are taken out and put in again: they get no requests meanwhile" : "get no requests any more, and new ones are not registered")}.");
                }
                foreach (var group in ListenerRules.Existing(model, "aws_autoscaling_group").Where(group => group.Deletes == Answer.No))
                {
                    CheckScalingGroup(group, report);
                }
                foreach (var attachment in model.Of("aws_lb_target_group_attachment").Where(change => change.Before.IsKnown))
                {
                    report.JudgeDeletion(attachment, Severity.Medium, attachment.Replaces ? "The target is taken out and put in again: requests to it fail meanwhile." : $"The target {attachment.Before["target_id"].Text} gets no requests any more.");
                }
            },
        },
    ];

    private static readonly string[] Sources = ["target_group_arns", "load_balancers", "traffic_source"];

    private static void CheckScalingGroup(ResourceChange group, RuleReport report)
    {
        var isTold = false;
        foreach (var source in Sources)
        {
            var answer = new Watch(group.Type, source, WatchKind.Shrunk, Severity.High, "").Of(group);
            if (answer != Answer.No)
            {
                report.Judge(group, source, answer, consequence: "The instances of the group get no requests from there any more, and new ones are not registered.");
                isTold = true;
            }
        }
        if (!isTold)
        {
            report.Holds(group);
        }
    }
}
