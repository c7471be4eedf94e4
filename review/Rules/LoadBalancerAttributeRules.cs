using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to load balancers, listeners and target groups that stay, beyond what has rules of its own.</summary>
internal static class LoadBalancerAttributeRules
{
    private const string Balancer = "aws_lb";
    private const string Group = "aws_lb_target_group";
    private const string Listener = "aws_lb_listener";
    private const string NoLogs = "Who asked for what, and what went wrong, can no longer be looked up.";
    private const string ByZone = "Each zone keeps its share: one without a healthy target refuses, one with fewer targets gives each more.";

    private static readonly Action<PlanModel, RuleReport> Attributes = WatchTable.Check(
        [],
        [
            new(Balancer, "client_keep_alive", WatchKind.Lowered, Severity.Low, "Clients connect again more often."),
            new(Balancer, "enable_http2", WatchKind.SwitchedOff, Severity.Medium, "Clients fall back to HTTP/1.1; gRPC no longer works."),
            new(Balancer, "enable_cross_zone_load_balancing", WatchKind.SwitchedOff, Severity.High, ByZone),
            new(Balancer, "enable_waf_fail_open", WatchKind.SwitchedOn, Severity.High, "Requests reach the targets unchecked whenever the web ACL does not answer."),
            new(Balancer, "enable_waf_fail_open", WatchKind.SwitchedOff, Severity.Medium, "Requests are answered with an error whenever the web ACL does not answer."),
            new(Balancer, "enable_zonal_shift", WatchKind.SwitchedOff, Severity.Medium, "Traffic can no longer be moved out of an impaired zone."),
            new(Balancer, "minimum_load_balancer_capacity.0.capacity_units", WatchKind.Lowered, Severity.Medium, "Capacity that was reserved is given back: a sudden rise of traffic may meet too little."),
            new(Balancer, "dns_record_client_routing_policy", WatchKind.Changed, Severity.Medium, "Clients in the load balancer's zones get addresses of other zones, or of their own alone: each zone gets another share."),
            new(Balancer, "enable_tls_version_and_cipher_suite_headers", WatchKind.Changed, Severity.Medium, "Targets get the version of TLS and the cipher as headers, or no longer."),
            new(Balancer, "drop_invalid_header_fields", WatchKind.SwitchedOn, Severity.Medium, "Headers whose names have other characters than letters, digits and hyphens, such as an underscore, no longer reach the targets."),
            new(Balancer, "drop_invalid_header_fields", WatchKind.SwitchedOff, Severity.Medium, "Headers with invalid names reach the targets: requests can be smuggled past them."),
            new(Balancer, "desync_mitigation_mode", WatchKind.Changed, Severity.Medium, "Requests that break the protocol are let through, or refused, otherwise than before."),
            new(Balancer, "preserve_host_header", WatchKind.Changed, Severity.High, "Targets see another Host header: virtual hosts, redirects and cookies depend on it."),
            new(Balancer, "xff_header_processing_mode", WatchKind.Changed, Severity.High, "Targets no longer see the clients' addresses where they look for them."),
            new(Balancer, "enable_xff_client_port", WatchKind.Changed, Severity.Medium, "Targets see the clients' addresses in another form."),
            new(Balancer, "ip_address_type", WatchKind.Changed, Severity.High, "Clients of one of the two versions of IP no longer find an address, or find one that the groups' rules do not let in."),
            new(Balancer, "enforce_security_group_inbound_rules_on_private_link_traffic", WatchKind.Changed, Severity.High, "The rules of the load balancer's groups count for clients that come through PrivateLink, or no longer."),
            new(Balancer, "access_logs.0.enabled", WatchKind.SwitchedOff, Severity.Medium, NoLogs),
            new(Balancer, "connection_logs.0.enabled", WatchKind.SwitchedOff, Severity.Medium, NoLogs),
            new(Listener, "tcp_idle_timeout_seconds", WatchKind.Lowered, Severity.Medium, "Idle connections are cut sooner than before, without a sign to the client."),
            new(Listener, "alpn_policy", WatchKind.Changed, Severity.Medium, "Clients and targets agree on another protocol."),
            new(Listener, "routing_http_response_strict_transport_security_header_value", WatchKind.Changed, Severity.Medium, "Browsers are told something else about insisting on HTTPS."),
            new(Group, "load_balancing_algorithm_type", WatchKind.Changed, Severity.Medium, "Requests are spread over the targets by another rule."),
            new(Group, "target_group_health", WatchKind.Changed, Severity.Medium, "With few healthy targets, requests go to unhealthy ones, or names fail over, sooner or later than before."),
        ]);

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN43", Severity.High, "aws_lb", "A load balancer leaves a subnet.",
            "Its address there goes away: clients that still use it are refused, and targets of that zone may get no requests.",
            "Add the new subnet first, wait for the TTL of the load balancer's name (60 seconds), then take the old one away.")
        {
            Check = static (model, report) =>
            {
                foreach (var balancer in ListenerRules.Existing(model, Balancer).Where(balancer => balancer.Deletes == Answer.No))
                {
                    CheckSubnets(balancer, report);
                }
            },
        },
        new("PLAN44", Severity.Medium, "aws_lb, aws_lb_listener, aws_lb_target_group", "How requests are handled changes: timeouts fall, cross-zone, HTTP/2, zonal shift or a check of headers is switched off, targets see other headers, zones get other shares, reserved capacity is given back, logs end.",
            "Requests are cut, spread or seen otherwise than before.",
            "Look at what clients and targets expect before the apply.")
        {
            Check = static (model, report) =>
            {
                Attributes(model, report);
                foreach (var group in ListenerRules.Existing(model, Group).Where(group => group.Updates && group.Before["load_balancing_cross_zone_enabled"].Text is not (null or "false")))
                {
                    report.Judge(group, "load_balancing_cross_zone_enabled", group.After["load_balancing_cross_zone_enabled"] is { IsUnknown: true } ? Answer.Unknown : group.After["load_balancing_cross_zone_enabled"].Text == "false" ? Answer.Yes : Answer.No, severity: Severity.High, consequence: ByZone);
                }
                foreach (var balancer in ListenerRules.Existing(model, Balancer).Where(balancer => balancer.Updates))
                {
                    CheckTimeout(balancer, report);
                }
            },
        },
    ];

    private static void CheckSubnets(ResourceChange balancer, RuleReport report)
    {
        var (subnets, mapping) = (balancer.After["subnets"], balancer.After["subnet_mapping"]);
        var before = PlanModel.Leaves(balancer.Before["subnets"]).Union(balancer.Before["subnet_mapping"].Items.Select(item => item["subnet_id"].Text).OfType<string>(), StringComparer.Ordinal).ToList();
        var after = !subnets.HasUnknown && subnets.Items.Count > 0 ? subnets.Items.Select(item => item.Text)
            : !mapping.IsUnknown && Written(mapping) is { Count: > 0 } written && written.TrueForAll(item => item["subnet_id"].IsKnown) ? written.Select(item => item["subnet_id"].Text)
            : null;
        if (balancer.IsUntouched || before.Count == 0)
        {
            report.Holds(balancer);
        }
        else if (after is null)
        {
            report.Judge(balancer, "subnets", subnets.IsKnown && !subnets.HasUnknown ? Answer.No : Answer.Unknown, "The subnets are known only after the apply.");
        }
        else
        {
            var gone = before.Except(after, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            report.Judge(balancer, "subnets", gone.Count > 0 ? Answer.Yes : Answer.No, consequence: $"The load balancer leaves {string.Join(", ", gone)}: its address there goes away, clients that still use it are refused, and targets of that zone may get no requests.");
        }
    }

    /// <summary>The blocks with a value: of a set, marks of what is unknown can stand in places of their own.</summary>
    private static List<PlanValue> Written(PlanValue mapping) => [.. mapping.Items.Where(item => item.Json.ValueKind == System.Text.Json.JsonValueKind.Object)];

    /// <summary>A timeout of less than half of what it was cuts what was normal until now.</summary>
    private static void CheckTimeout(ResourceChange balancer, RuleReport report)
    {
        var (before, after) = (balancer.Before["idle_timeout"].Number, balancer.After["idle_timeout"]);
        if (before is not null)
        {
            report.Judge(balancer, "idle_timeout", after.IsUnknown ? Answer.Unknown : after.Number < before ? Answer.Yes : Answer.No, severity: after.Number * 2 < before ? Severity.High : Severity.Medium,
                consequence: $"A request that takes longer than {after.Text} seconds without a byte is answered with 504, and an idle connection is closed.");
        }
    }
}
