using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What is renamed in the configuration only, and therefore deleted and made again.</summary>
internal static class RenameRules
{
    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN52", Severity.Critical, "load balancers, addresses, certificates, zones, services and all that belongs to them", "A resource, a key or a module is renamed without a moved block: the same thing is deleted and made again.",
            "Terraform deletes the old one and makes the new one, in no order: AWS refuses the second of one name as long as the first is there, and in between there is none.",
            "Paste the moved block into the configuration, and plan again: nothing is deleted then.")
        {
            Check = static (model, report) =>
            {
                foreach (var group in MovedBlocks.Groups(model.Renames.All))
                {
                    Report([.. group], report);
                }
                foreach (var (type, _, _) in ResourceKeys.All)
                {
                    foreach (var gone in model.Of(type).Where(change => change.Before.IsKnown && !change.Creates && change.Deletes != Answer.No && !model.Renames.IsRenamed(change)))
                    {
                        Report(gone, report);
                    }
                }
            },
        },
    ];

    private static void Report(List<Rename> group, RuleReport report)
    {
        var worst = group.MaxBy(rename => SeverityOf(rename.From))!;
        var others = group.Count > 1 ? $" So it is with {group.Count - 1} more." : "";
        report.Violates(worst.From, "address", worst.From.Address, worst.To.Address, SeverityOf(worst.From),
            $"{worst.From.Address} is deleted and {worst.To.Address} is made, in no order. {WhatHappens(worst.From)}{others}", snippet: MovedBlocks.Of(group));
    }

    private static void Report(ResourceChange gone, RuleReport report)
    {
        if (gone.Deletes == Answer.Unknown)
        {
            report.CannotTell(gone, "", gone.DeferredBecause is null ? "The plan's actions are not known here." : "The plan leaves this change to a later one.");
        }
        else
        {
            report.Holds(gone);
        }
    }

    private static Severity SeverityOf(ResourceChange change) => change.Type switch
    {
        "aws_security_group_rule" or "aws_vpc_security_group_ingress_rule" or "aws_vpc_security_group_egress_rule" or "aws_lb_listener_certificate" or "aws_iam_role" or "aws_ecs_cluster" => Severity.High,
        "aws_lb_target_group_attachment" or "aws_cloudwatch_event_rule" or "aws_scheduler_schedule" or "aws_acm_certificate" or "aws_autoscaling_attachment" or "aws_wafv2_web_acl_association" => Severity.High,
        _ => Severity.Critical,
    };

    private static string WhatHappens(ResourceChange from) => from.Type switch
    {
        "aws_eip" => $"The address {from.Before["public_ip"].Text} is released, and the new one is another.",
        "aws_lb" when from.Before["enable_deletion_protection"].Boolean == true => "Deletion protection is on: AWS refuses the deletion, and the second load balancer of one name (DuplicateLoadBalancerName).",
        "aws_lb" => "AWS refuses a second load balancer of the name (DuplicateLoadBalancerName) as long as the old one is there; once it is gone, so are its DNS name and its addresses.",
        "aws_elb" => "AWS refuses a second load balancer of the name (DuplicateLoadBalancerName) as long as the old one is there; once it is gone, so is its DNS name.",
        "aws_lb_target_group" => "AWS refuses a second target group of the name (DuplicateTargetGroupName) as long as the old one is there, and to delete one in use (ResourceInUse); the new one begins without targets.",
        "aws_lb_listener" => $"AWS refuses a second listener on port {from.Before["port"].Text} (DuplicateListener) as long as the old one is there; from its end until the new one is made the port is closed.",
        "aws_lb_listener_rule" => $"AWS refuses a second rule of priority {from.Before["priority"].Text} (PriorityInUse) as long as the old one is there; from its end until the new one is made its requests go to other rules.",
        "aws_route53_record" => "Route 53 refuses a second record of one name and type as long as the old one is there; from its end until the new one is made the name does not resolve.",
        "aws_route53_zone" => "The new zone has other name servers: until the domain is delegated to them, nobody finds its records.",
        "aws_security_group" => "EC2 refuses a second group of the name (InvalidGroup.Duplicate), and to delete one in use (DependencyViolation).",
        "aws_ecs_service" => "ECS refuses a second service of the name as long as the old one is active, and every task of the old one stops.",
        "aws_acm_certificate" => "AWS refuses to delete a certificate in use, and the new one must be validated first.",
        "aws_lambda_function" or "aws_iam_role" or "aws_autoscaling_group" or "aws_ecs_cluster" or "aws_lb_trust_store" => "AWS refuses a second one of the name as long as the old one is there; from its end until the new one is made there is none.",
        "aws_security_group_rule" or "aws_vpc_security_group_ingress_rule" or "aws_vpc_security_group_egress_rule" => "AWS refuses the same rule twice (InvalidPermission.Duplicate); from the end of the old one until the new one is made connections are refused.",
        _ => "From the end of the old one until the new one is made there is none.",
    };
}
