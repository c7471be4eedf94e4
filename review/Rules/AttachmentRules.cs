namespace Orchestrator.Review.Rules;

/// <summary>What is tied to a load balancer and comes loose.</summary>
internal static class AttachmentRules
{
    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN34", Severity.High, "WAF association, target attachment", "A web ACL's association is deleted or replaced, or a target is detached.",
            "For as long as it takes, or for good, requests reach the load balancer past the web ACL; a target that is detached gets none.",
            "Take the cause back; where it is meant, make the new association first.")
        {
            Check = static (model, report) =>
            {
                foreach (var association in model.Of("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association").Where(change => change.Before.IsKnown))
                {
                    report.JudgeDeletion(association, consequence: association.Replaces ? "Until the new association is made, requests reach the load balancer past the web ACL." : "Requests reach the load balancer past the web ACL.");
                }
                foreach (var attachment in model.Of("aws_lb_target_group_attachment").Where(change => change.Before.IsKnown))
                {
                    report.JudgeDeletion(attachment, Severity.Medium, attachment.Replaces ? "The target is taken out and put in again: requests to it fail meanwhile." : $"The target {attachment.Before["target_id"].Text} gets no requests any more.");
                }
            },
        },
    ];
}
