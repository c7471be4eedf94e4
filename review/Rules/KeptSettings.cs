namespace Orchestrator.Review.Rules;

/// <summary>
/// What the provider keeps and AWS has a default for: optional and computed arguments, and blocks whose removal it suppresses (schema of hashicorp/aws 5.100;
/// defaults: elbv2 ListenerAttribute, TargetGroupAttribute, LoadBalancerAttribute, ec2 RunInstances, ecs RegisterTaskDefinition). An instance's private address is
/// not among them, nor are the size of its volume and the names that Service Connect makes: AWS fills those in, and a plan does not show whether somebody wrote them.
/// </summary>
internal static class KeptSettings
{
    private const string Listener = "aws_lb_listener";
    private const string Group = "aws_lb_target_group";
    private const string Balancer = "aws_lb";
    private const string Instance = "aws_instance";
    private const string Template = "aws_launch_template";

    /// <summary>All of them by the type of the resource.</summary>
    internal static ILookup<string, KeptSetting> ByType { get; } = ((IReadOnlyList<KeptSetting>)
    [
        .. ResponseHeaders("strict_transport_security", "content_security_policy", "x_content_type_options", "x_frame_options", "access_control_allow_origin", "access_control_allow_methods", "access_control_allow_headers", "access_control_allow_credentials", "access_control_expose_headers", "access_control_max_age"),
        new(Listener, "routing_http_response_server_enabled", "true"),
        .. RequestHeaders(("x_amzn_mtls_clientcert_serial_number", "X-Amzn-Mtls-Clientcert-Serial-Number"), ("x_amzn_mtls_clientcert_issuer", "X-Amzn-Mtls-Clientcert-Issuer"), ("x_amzn_mtls_clientcert_subject", "X-Amzn-Mtls-Clientcert-Subject"), ("x_amzn_mtls_clientcert_validity", "X-Amzn-Mtls-Clientcert-Validity"), ("x_amzn_mtls_clientcert_leaf", "X-Amzn-Mtls-Clientcert-Leaf"), ("x_amzn_mtls_clientcert", "X-Amzn-Mtls-Clientcert"), ("x_amzn_tls_version", "X-Amzn-Tls-Version"), ("x_amzn_tls_cipher_suite", "X-Amzn-Tls-Cipher-Suite")),
        new(Listener, "tcp_idle_timeout_seconds", "350"),
        new(Listener, "mutual_authentication.0.mode", "off"),
        new(Group, "stickiness.0.enabled", "false"),
        new(Group, "connection_termination", "false"),
        new(Group, "load_balancing_algorithm_type", "round_robin"),
        new(Group, "load_balancing_anomaly_mitigation", "off"),
        new(Group, "load_balancing_cross_zone_enabled", "use_load_balancer_configuration"),
        new(Group, "target_group_health.0.dns_failover.0.minimum_healthy_targets_count", "1"),
        new(Group, "target_group_health.0.dns_failover.0.minimum_healthy_targets_percentage", "off"),
        new(Group, "target_group_health.0.unhealthy_state_routing.0.minimum_healthy_targets_count", "1"),
        new(Group, "target_group_health.0.unhealthy_state_routing.0.minimum_healthy_targets_percentage", "off"),
        new(Group, "target_health_state.0.enable_unhealthy_connection_termination", "true"),
        new(Balancer, "access_logs.0.enabled", "false"),
        new(Balancer, "connection_logs.0.enabled", "false"),
        new(Balancer, "minimum_load_balancer_capacity.0.capacity_units", "0"),
        new(Balancer, "enforce_security_group_inbound_rules_on_private_link_traffic", "on"),
        new(Instance, "key_name", "") { InTemplate = "key_name", Advice = "Write the argument. To be without a key pair the instance must be replaced." },
        new(Instance, "iam_instance_profile", "") { InTemplate = "iam_instance_profile", Advice = "Write the argument, or have EC2 take the profile away, which the provider cannot: aws ec2 disassociate-iam-instance-profile --association-id ID" },
        new(Instance, "enable_primary_ipv6", "false") { Advice = "Write the argument. EC2 has no way back but another instance." },
        new(Instance, "user_data", "") { OrBy = ["user_data_base64"], InTemplate = "user_data", Advice = "Write the argument: the instance keeps what it was started with until it is replaced." },
        new(Instance, "user_data_base64", "") { OrBy = ["user_data"], InTemplate = "user_data", Advice = "Write the argument: the instance keeps what it was started with until it is replaced." },
        .. new[] { "volume_type", "volume_size", "iops", "throughput" }.Select(argument => new KeptSetting(Template, $"block_device_mappings.*.ebs.0.{argument}", argument == "volume_type" ? "" : "0") { IsOfItself = true, Advice = "Write the argument with the value that is meant: the template has no way back to the image's." }),
        new("aws_ecs_service", "service_connect_configuration.0.log_configuration.0.options", "") { IsOfItself = true },
        new("aws_ecs_task_definition", "enable_fault_injection", "false"),
    ]).ToLookup(setting => setting.Type, StringComparer.Ordinal);

    /// <summary>The provider sends no empty value, so a header that was set is taken back by AWS's own command only (provider issues #42513 and #43042).</summary>
    private static IEnumerable<KeptSetting> ResponseHeaders(params IReadOnlyList<string> names) => names.Select(name => new KeptSetting(Listener, $"routing_http_response_{name}_header_value", "")
    {
        Advice = $"Write the argument, or have AWS forget the value, which the provider cannot: aws elbv2 modify-listener-attributes --listener-arn ARN --attributes Key=routing.http.response.{name}.header_value,Value=",
    });

    private static IEnumerable<KeptSetting> RequestHeaders(params IReadOnlyList<(string Name, string Default)> headers) => headers.Select(header => new KeptSetting(Listener, $"routing_http_request_{header.Name}_header_name", header.Default));
}
