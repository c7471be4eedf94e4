using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Settings that nobody writes any more and that stay all the same, because the provider keeps what is there where an argument is left out.</summary>
internal static class RemovedSettingRules
{
    private const string Listener = "aws_lb_listener";
    private const string Group = "aws_lb_target_group";
    private const string Balancer = "aws_lb";

    /// <summary>
    /// What the provider keeps and AWS has a default for: optional and computed arguments, and blocks whose removal it suppresses (schema of hashicorp/aws 5.100;
    /// defaults: elbv2 ListenerAttribute, TargetGroupAttribute, LoadBalancerAttribute).
    /// </summary>
    private static readonly IReadOnlyList<KeptSetting> Kept =
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
    ];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN37", Severity.Medium, "aws_lb, aws_lb_listener, aws_lb_target_group", "A setting stands at another value than AWS's default, and the configuration does not give it: it was removed there, or set elsewhere, and the value stays.",
            "The provider keeps what is there where the argument is left out, and plans nothing: the setting goes on working, and nobody finds it in the configuration.",
            "Write the argument: the value that is meant, or the default.")
        {
            Check = static (model, report) =>
            {
                foreach (var change in model.Of(Balancer, Listener, Group).Where(change => change.Before.IsKnown && change.After.IsKnown && change.Deletes == Answer.No))
                {
                    Check(model, change, report);
                }
            },
        },
    ];

    private static void Check(PlanModel model, ResourceChange change, RuleReport report)
    {
        var isTold = false;
        foreach (var setting in Kept.Where(setting => setting.Type == change.Type && setting.Stays(change)))
        {
            switch (model.Plan.Configuration.Gives(change, setting.Argument))
            {
                case Answer.No:
                    report.Violates(change, setting.Path, advice: setting.Advice);
                    isTold = true;
                    break;
                case Answer.Unknown:
                    report.CannotTell(change, setting.Path, "The plan repeats no configuration.");
                    isTold = true;
                    break;
            }
        }
        if (!isTold)
        {
            report.Holds(change);
        }
    }

    /// <summary>The provider sends no empty value, so a header that was set is taken back by AWS's own command only (provider issues #42513 and #43042).</summary>
    private static IEnumerable<KeptSetting> ResponseHeaders(params IReadOnlyList<string> names) => names.Select(name => new KeptSetting(Listener, $"routing_http_response_{name}_header_value", "")
    {
        Advice = $"Write the argument, or have AWS forget the value, which the provider cannot: aws elbv2 modify-listener-attributes --listener-arn ARN --attributes Key=routing.http.response.{name}.header_value,Value=",
    });

    private static IEnumerable<KeptSetting> RequestHeaders(params IReadOnlyList<(string Name, string Default)> headers) => headers.Select(header => new KeptSetting(Listener, $"routing_http_request_{header.Name}_header_name", header.Default));

    /// <summary>An argument that the provider keeps.</summary>
    /// <param name="Type">The resource's type.</param>
    /// <param name="Path">The argument, with dots.</param>
    /// <param name="Default">AWS's default; empty where that is nothing.</param>
    private sealed record KeptSetting(string Type, string Path, string Default)
    {
        /// <summary>What the configuration gives or not.</summary>
        internal string Argument { get; } = Path.Split('.')[0];

        /// <summary>What to do.</summary>
        internal string Advice { get; init; } = $"Write the argument: the value that is meant, or the default, {Default}.";

        /// <summary>Whether it is, before and after, something else than the default.</summary>
        internal bool Stays(ResourceChange change) =>
            change.Before.At(Path).Text is { Length: > 0 } before && before != Default && change.Differs(Path) == Answer.No;
    }
}
