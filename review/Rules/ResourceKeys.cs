using System.Collections.Frozen;

namespace Orchestrator.Review.Rules;

/// <summary>
/// By what AWS tells the resources of load balancing apart: where all of these are the same, it is the same thing, and there can be only
/// one. From the API reference of each service (DuplicateListener, PriorityInUse, InvalidGroup.Duplicate and so on).
/// </summary>
internal static class ResourceKeys
{
    /// <summary>The attributes by type. Types come after those that they refer to.</summary>
    internal static IReadOnlyList<(string Type, string[] Attributes, bool IsUnique)> All { get; } =
    [
        ("aws_route53_zone", ["name"], false),
        ("aws_route53_health_check", ["fqdn", "ip_address", "port", "type", "resource_path"], false),
        ("aws_eip", [], false),
        ("aws_security_group", ["name", "vpc_id"], true),
        ("aws_lb", ["name"], true),
        ("aws_elb", ["name"], true),
        ("aws_lb_trust_store", ["name"], true),
        ("aws_lb_target_group", ["name"], true),
        ("aws_acm_certificate", ["domain_name", "subject_alternative_names"], false),
        ("aws_lb_listener", ["load_balancer_arn", "port"], true),
        ("aws_lb_listener_rule", ["listener_arn", "priority"], true),
        ("aws_lb_listener_certificate", ["listener_arn", "certificate_arn"], true),
        ("aws_lb_target_group_attachment", ["target_group_arn", "target_id", "port"], true),
        ("aws_autoscaling_group", ["name"], true),
        ("aws_autoscaling_attachment", ["autoscaling_group_name", "lb_target_group_arn", "elb"], true),
        ("aws_ecs_cluster", ["name"], true),
        ("aws_ecs_service", ["name", "cluster"], true),
        ("aws_iam_role", ["name"], true),
        ("aws_lambda_function", ["function_name"], true),
        ("aws_wafv2_web_acl_association", ["resource_arn"], true),
        ("aws_route53_record", ["zone_id", "name", "type", "set_identifier"], true),
        ("aws_security_group_rule", ["security_group_id", "type", "protocol", "from_port", "to_port", "cidr_blocks", "ipv6_cidr_blocks", "source_security_group_id", "self"], true),
        ("aws_vpc_security_group_ingress_rule", ["security_group_id", "ip_protocol", "from_port", "to_port", "cidr_ipv4", "cidr_ipv6", "referenced_security_group_id", "prefix_list_id"], true),
        ("aws_vpc_security_group_egress_rule", ["security_group_id", "ip_protocol", "from_port", "to_port", "cidr_ipv4", "cidr_ipv6", "referenced_security_group_id", "prefix_list_id"], true),
        ("aws_cloudfront_distribution", ["aliases"], false),
        ("aws_globalaccelerator_accelerator", ["name"], false),
        ("aws_vpc_endpoint_service", ["network_load_balancer_arns"], false),
        ("aws_cloudwatch_event_rule", ["name", "event_bus_name"], true),
        ("aws_scheduler_schedule", ["name", "group_name"], true),
    ];

    private static readonly FrozenDictionary<string, string[]> ByType = All.ToFrozenDictionary(key => key.Type, key => key.Attributes);

    /// <summary>The attributes of a type; null for one that is not known.</summary>
    internal static string[]? Of(string type) => ByType.GetValueOrDefault(type);
}
