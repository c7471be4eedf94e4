using System.Collections.Frozen;
using Orchestrator.Review.Changes;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Masking;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Which changes of a plan the rules look at.</summary>
internal static class LookedAt
{
    private static readonly string[] Referred = ["aws_lb", "aws_elb", "aws_lb_listener", "aws_lb_target_group", "aws_lb_trust_store", "aws_security_group", "aws_route53_zone", "aws_acm_certificate"];

    /// <summary>The types about which a rule can say something, beside those that AWS tells apart by a key of ours.</summary>
    internal static FrozenSet<string> Types { get; } = new[]
    {
        "aws_wafregional_web_acl_association", "aws_autoscaling_traffic_source_attachment", "aws_elb_attachment", "aws_lb_trust_store_revocation", "aws_eip_association", "aws_route53_zone_association",
        "aws_globalaccelerator_listener", "aws_globalaccelerator_endpoint_group", "aws_vpc_endpoint_service_allowed_principal", "aws_apigatewayv2_vpc_link", "aws_api_gateway_vpc_link",
        "aws_ecs_task_definition", "aws_appautoscaling_target", "aws_appautoscaling_policy", "aws_appautoscaling_scheduled_action", "aws_dynamodb_table", "aws_efs_file_system", "aws_s3_bucket", "aws_s3_bucket_versioning", "aws_ecs_capacity_provider", "aws_instance", "aws_s3_bucket_notification", "aws_cloudwatch_event_target", "aws_lambda_permission", "aws_iam_role_policy", "aws_iam_policy",
    }.Concat(ResourceKeys.All.Select(key => key.Type)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the rules look at of a plan, and what they do not.</summary>
    internal static Coverage Of(PlanModel model, Masker masker)
    {
        var changed = model.Managed.Where(change => !change.IsUntouched).ToList();
        var others = changed.Where(change => !Types.Contains(change.Type)).ToList();
        return new Coverage(
            changed.Count - others.Count,
            [.. others.GroupBy(change => change.Type, StringComparer.Ordinal).Select(group => new TypeCount(group.Key, group.Count())).OrderByDescending(type => type.Count).ThenBy(type => type.Type, StringComparer.Ordinal)],
            [.. others.Where(change => Noise.Of(change) is null && Refers(model, change)).Select(change => masker.Text(change.Address)).Order(StringComparer.Ordinal)]);
    }

    private static bool Refers(PlanModel model, ResourceChange change) =>
        PlanModel.Leaves(change.Before).Concat(PlanModel.Leaves(change.After)).Any(text => text.Contains(":elasticloadbalancing:", StringComparison.Ordinal) || text.EndsWith(".elb.amazonaws.com", StringComparison.Ordinal) || model.Find(text, Referred) is not null);
}
