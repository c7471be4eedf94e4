using System.Collections.Frozen;

namespace Orchestrator.Review.Plans;

/// <summary>
/// Which attributes are sets, from the schema of hashicorp/aws: a plan states sets as arrays, and does not say so. Of what is not listed
/// the order counts, so that a change is rather told too much than missed.
/// </summary>
internal static class SetAttributes
{
    private const string EcsPlacement = "capacity_provider_strategy network_configuration.security_groups network_configuration.subnets";
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByType = new Dictionary<string, string>
    {
        ["aws_lb"] = "security_groups subnets subnet_mapping",
        ["aws_lb_target_group"] = "load_balancer_arns",
        ["aws_lb_listener"] = "default_action.forward.target_group",
        ["aws_lb_listener_rule"] = "action.forward.target_group condition condition.host_header.values condition.http_header.values condition.http_request_method.values condition.path_pattern.values condition.query_string condition.source_ip.values",
        ["aws_acm_certificate"] = "domain_validation_options subject_alternative_names validation_option",
        ["aws_security_group"] = "egress ingress egress.security_groups ingress.security_groups",
        ["aws_route53_record"] = "records geoproximity_routing_policy.coordinates",
        ["aws_ecs_service"] = $"{EcsPlacement} alarms.alarm_names load_balancer placement_constraints vpc_lattice_configurations",
        ["aws_ecs_task_definition"] = "requires_compatibilities inference_accelerator placement_constraints volume",
        ["aws_lambda_function"] = "replacement_security_group_ids vpc_config.security_group_ids vpc_config.subnet_ids",
        ["aws_cloudwatch_event_target"] = "ecs_target.capacity_provider_strategy ecs_target.network_configuration.security_groups ecs_target.network_configuration.subnets ecs_target.placement_constraint",
        ["aws_scheduler_schedule"] = "target.ecs_parameters.capacity_provider_strategy target.ecs_parameters.network_configuration.security_groups target.ecs_parameters.network_configuration.subnets target.ecs_parameters.placement_constraints target.ecs_parameters.placement_strategy",
        ["aws_iam_role"] = "managed_policy_arns inline_policy",
        ["aws_autoscaling_group"] = "availability_zones enabled_metrics load_balancers suspended_processes target_group_arns vpc_zone_identifier initial_lifecycle_hook instance_refresh.triggers tag traffic_source",
        ["aws_instance"] = "secondary_private_ips security_groups vpc_security_group_ids ebs_block_device ephemeral_block_device network_interface",
        ["aws_ecs_cluster"] = "setting",
        ["aws_launch_template"] = "security_group_names vpc_security_group_ids network_interfaces.security_groups network_interfaces.ipv4_addresses network_interfaces.ipv6_addresses",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet());

    /// <summary>Whether a type has sets at all.</summary>
    internal static bool HasAny(string type) => ByType.ContainsKey(type);

    /// <summary>Whether an attribute of a type is a set. Positions in the path do not count.</summary>
    internal static bool Has(string type, string path) => ByType.TryGetValue(type, out var sets) && sets.Contains(path);
}
