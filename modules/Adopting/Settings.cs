using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>The keys of manifests by the attributes that come from them. What has none becomes an override.</summary>
internal static class Settings
{
    private static readonly Setting Tags = new("tags", "tags");

    private static readonly Dictionary<string, Setting[]> ByType = new()
    {
        ["aws_security_group"] = [Tags],
        ["aws_lb_target_group"] =
        [
            Setting.Number("deregistration_delay", "deregistrationDelaySeconds"),
            new("slow_start", "slowStartSeconds"),
            new("load_balancing_algorithm_type", "loadBalancingAlgorithm"),
            Setting.Flag("load_balancing_anomaly_mitigation", "anomalyMitigation"),
            new("load_balancing_cross_zone_enabled", "crossZone", resource => resource.Text("load_balancing_cross_zone_enabled") switch { "true" => true, "false" => false, var other => other }),
            Setting.Flag("preserve_client_ip", "preserveClientIp"),
            Setting.Flag("proxy_protocol_v2", "proxyProtocolV2"),
            Setting.Flag("connection_termination", "connectionTermination"),
            Setting.Flag("lambda_multi_value_headers_enabled", "lambdaMultiValueHeaders"),
            new("ip_address_type", "ipAddressType"),
            Setting.Flag("health_check.enabled", "healthCheck.enabled"),
            new("health_check.protocol", "healthCheck.protocol"),
            Setting.Text("health_check.port", "healthCheck.port"),
            new("health_check.path", "healthCheck.path"),
            Setting.Text("health_check.matcher", "healthCheck.matcher"),
            new("health_check.interval", "healthCheck.intervalSeconds"),
            new("health_check.timeout", "healthCheck.timeoutSeconds"),
            new("health_check.healthy_threshold", "healthCheck.healthyThreshold"),
            new("health_check.unhealthy_threshold", "healthCheck.unhealthyThreshold"),
            new("stickiness", "stickiness", Stickiness),
            Setting.Text("target_group_health.dns_failover.minimum_healthy_targets_count", "targetGroupHealth.dnsFailover.minimumHealthyTargetsCount"),
            Setting.Text("target_group_health.dns_failover.minimum_healthy_targets_percentage", "targetGroupHealth.dnsFailover.minimumHealthyTargetsPercentage"),
            Setting.Text("target_group_health.unhealthy_state_routing.minimum_healthy_targets_count", "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsCount"),
            Setting.Text("target_group_health.unhealthy_state_routing.minimum_healthy_targets_percentage", "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsPercentage"),
            Setting.Flag("target_health_state.enable_unhealthy_connection_termination", "unhealthyConnectionTermination"),
            new("target_health_state.unhealthy_draining_interval", "unhealthyDrainingIntervalSeconds"),
            Tags,
        ],
        ["aws_lb"] =
        [
            new("idle_timeout", "idleTimeoutSeconds"),
            new("client_keep_alive", "clientKeepAliveSeconds"),
            new("desync_mitigation_mode", "desyncMitigationMode"),
            new("xff_header_processing_mode", "xffHeaderProcessingMode"),
            Setting.Flag("enable_xff_client_port", "xffClientPort"),
            Setting.Flag("drop_invalid_header_fields", "dropInvalidHeaderFields"),
            Setting.Flag("preserve_host_header", "preserveHostHeader"),
            Setting.Flag("enable_tls_version_and_cipher_suite_headers", "tlsVersionAndCipherSuiteHeaders"),
            Setting.Flag("enable_http2", "http2"),
            Setting.Flag("enable_waf_fail_open", "wafFailOpen"),
            Setting.Flag("enable_zonal_shift", "zonalShift"),
            Setting.Flag("enable_deletion_protection", "deletionProtection"),
            new("ip_address_type", "ipAddressType"),
            new("dns_record_client_routing_policy", "dnsClientRoutingPolicy"),
            Setting.Flag("enforce_security_group_inbound_rules_on_private_link_traffic", "enforceSecurityGroupsOnPrivateLink"),
            new("minimum_load_balancer_capacity", "minimumCapacityUnits", resource => resource.Blocks("minimum_load_balancer_capacity") is [var capacity, ..] ? capacity["capacity_units"]?.DeepClone() : null),
            Setting.Logs("access_logs", "accessLogs"),
            Setting.Logs("connection_logs", "connectionLogs"),
            Tags,
        ],
        ["aws_lb_listener"] =
        [
            new("ssl_policy", "sslPolicy"),
            new("alpn_policy", "alpnPolicy"),
            new("tcp_idle_timeout_seconds", "tcpIdleTimeoutSeconds"),
            Setting.Flag("routing_http_response_server_enabled", "responseHeaders.server"),
            new("routing_http_response_strict_transport_security_header_value", "responseHeaders.strictTransportSecurity"),
            new("routing_http_response_content_security_policy_header_value", "responseHeaders.contentSecurityPolicy"),
            new("routing_http_response_x_content_type_options_header_value", "responseHeaders.contentTypeOptions"),
            new("routing_http_response_x_frame_options_header_value", "responseHeaders.frameOptions"),
            new("routing_http_response_access_control_allow_origin_header_value", "responseHeaders.accessControlAllowOrigin"),
            new("routing_http_response_access_control_allow_methods_header_value", "responseHeaders.accessControlAllowMethods"),
            new("routing_http_response_access_control_allow_headers_header_value", "responseHeaders.accessControlAllowHeaders"),
            new("routing_http_response_access_control_allow_credentials_header_value", "responseHeaders.accessControlAllowCredentials"),
            new("routing_http_response_access_control_expose_headers_header_value", "responseHeaders.accessControlExposeHeaders"),
            new("routing_http_response_access_control_max_age_header_value", "responseHeaders.accessControlMaxAge"),
            new("mutual_authentication", "mutualAuthentication", MutualAuthentication),
            Tags,
        ],
        ["aws_lb_listener_rule"] = [Tags],
        ["aws_route53_zone"] = [Setting.Flag("force_destroy", "forceDestroy"), new("delegation_set_id", "delegationSetId"), Tags],
        ["aws_route53_record"] = [Setting.Flag("allow_overwrite", "overwrite")],
        ["aws_ecs_cluster"] =
        [
            new("setting", "containerInsights", resource => resource.Blocks("setting").FirstOrDefault(setting => StateResource.TextOf(setting["name"]) == "containerInsights")?["value"]?.DeepClone()),
            Tags,
        ],
        ["aws_ecs_service"] =
        [
            new("platform_version", "platformVersion"),
            new("health_check_grace_period_seconds", "healthCheckGracePeriodSeconds"),
            new("deployment_minimum_healthy_percent", "minimumHealthyPercent"),
            new("deployment_maximum_percent", "maximumPercent"),
            new("deployment_circuit_breaker", "circuitBreaker", CircuitBreaker),
            new("availability_zone_rebalancing", "availabilityZoneRebalancing", resource => resource.Text("availability_zone_rebalancing") switch { "ENABLED" => true, "DISABLED" => false, _ => null }),
            Setting.Flag("enable_execute_command", "enableExecuteCommand"),
            Setting.Flag("enable_ecs_managed_tags", "enableEcsManagedTags"),
            new("propagate_tags", "propagateTags"),
            Setting.Flag("force_new_deployment", "forceNewDeployment"),
            Setting.Flag("wait_for_steady_state", "waitForSteadyState"),
            Tags,
        ],
    };

    /// <summary>The setting of an attribute; null where none has it.</summary>
    internal static Setting? Find(string type, string attribute) =>
        (ByType.GetValueOrDefault(type) ?? []).FirstOrDefault(setting => attribute == setting.Attribute || attribute.StartsWith($"{setting.Attribute}.", StringComparison.Ordinal));

    private static JsonNode? Stickiness(StateResource group)
    {
        if (group.Blocks("stickiness") is not [var stickiness, ..] || StateResource.TextOf(stickiness["type"]) is not { } type)
        {
            return null;
        }
        var node = new JsonObject { ["type"] = type };
        ManifestDraft.Set(node, "enabled", StateResource.TextOf(stickiness["enabled"]) == "false" ? false : null);
        ManifestDraft.Set(node, "cookieDurationSeconds", type == "source_ip" ? null : stickiness["cookie_duration"]);
        ManifestDraft.Set(node, "cookieName", stickiness["cookie_name"]);
        return node;
    }

    private static JsonNode? MutualAuthentication(StateResource listener)
    {
        if (listener.Blocks("mutual_authentication") is not [var mutual, ..] || StateResource.TextOf(mutual["mode"]) is not { } mode)
        {
            return null;
        }
        var node = new JsonObject { ["mode"] = mode };
        if (StateResource.TextOf(mutual["trust_store_arn"]) is { } store)
        {
            node["trustStore"] = new JsonObject { ["arn"] = store };
            ManifestDraft.Set(node, "ignoreClientCertificateExpiry", mutual["ignore_client_certificate_expiry"]);
            ManifestDraft.Set(node, "advertiseTrustStoreCaNames", StateResource.TextOf(mutual["advertise_trust_store_ca_names"]) == "on" ? true : null);
        }
        return node;
    }

    private static JsonNode? CircuitBreaker(StateResource service) => service.Blocks("deployment_circuit_breaker") is [var breaker, ..]
        ? new JsonObject { ["enabled"] = breaker["enable"]?.DeepClone() ?? false, ["rollback"] = breaker["rollback"]?.DeepClone() ?? false }
        : new JsonObject { ["enabled"] = false, ["rollback"] = false };
}
