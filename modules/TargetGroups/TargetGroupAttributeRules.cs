using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What holds of a target group's attributes.</summary>
internal static class TargetGroupAttributeRules
{
    private static readonly TargetGroupProtocol[] NetworkProtocols = [TargetGroupProtocol.Tcp, TargetGroupProtocol.Tls, TargetGroupProtocol.Udp, TargetGroupProtocol.TcpUdp];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG052", "The deregistration delay is 0 to 3600 seconds, and is not for a Lambda function.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute deregistration_delay.timeout_seconds")
            .For<TargetGroupProps>(CheckDeregistrationDelay)
            .Bounding((TargetGroupProps group) => group.DeregistrationDelaySeconds, new NumberBetween(0, 3600, "seconds")),
        Rule.Error("TG053", "Slow start is 0 or 30 to 900 seconds, for instances and addresses behind an Application Load Balancer.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute slow_start.duration_seconds")
            .For<TargetGroupProps>(CheckSlowStart),
        Rule.Error("TG054", "Slow start goes with the round robin algorithm only.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "Application Load Balancers, slow start mode")
            .For<TargetGroupProps>(CheckSlowStartAlgorithm),
        Rule.Error("TG055", "Anomaly mitigation goes with the weighted random algorithm only; both are for instances and addresses behind an Application Load Balancer.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute load_balancing.algorithm.anomaly_mitigation")
            .For<TargetGroupProps>(CheckAnomalyMitigation),
        Rule.Error("TG056", "Stickiness is by cookie for HTTP and HTTPS, by source address for TCP, UDP and TCP_UDP, and not for TLS or a Lambda function.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute stickiness.type")
            .For<TargetGroupProps>(CheckStickinessType),
        Rule.Error("TG057", "An application cookie has a name, and not one of the load balancer's own: AWSALB, AWSALBAPP, AWSALBTG.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute stickiness.app_cookie.cookie_name")
            .For<TargetGroupProps>(CheckCookieName),
        Rule.Error("TG058", "A cookie is good for 1 to 604,800 seconds.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute stickiness.lb_cookie.duration_seconds")
            .Requires((TargetGroupProps group) => group.Stickiness?.CookieDurationSeconds, new NumberBetween(1, 604_800, "seconds")),
        Rule.Error("TG059", "Proxy protocol, client addresses, connection termination and unhealthy connections are a Network Load Balancer's settings.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute, Network Load Balancers only")
            .For<TargetGroupProps>(CheckNetworkAttributes),
        Rule.Error("TG060", "Targets of UDP and TCP_UDP always see the client's address.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute preserve_client_ip.enabled")
            .For<TargetGroupProps>(CheckClientAddress),
        Rule.Error("TG061", "Unhealthy targets are drained for 0 to 360,000 seconds, and only where their connections are not cut; those of UDP and TCP_UDP cannot be cut.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute target_health_state.unhealthy.draining_interval_seconds")
            .For<TargetGroupProps>(CheckUnhealthyConnections)
            .Bounding((TargetGroupProps group) => group.UnhealthyDrainingIntervalSeconds, new NumberBetween(0, 360_000, "seconds")),
        Rule.Error("TG063", "The lowest number of healthy targets is 1 or more, their lowest share 1 to 100 percent; either is off, but for the number that routing needs.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute target_group_health; CDK base-target-group.ts")
            .For<TargetGroupProps>(CheckHealthThresholds)
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.DnsFailover.MinimumHealthyTargetsCount, new TextMatching("^(off|[1-9][0-9]{0,8})$", 9, "\"off\", or \"1\" or more"))
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.DnsFailover.MinimumHealthyTargetsPercentage, new TextMatching("^(off|[1-9][0-9]?|100)$", 3, "\"off\", or \"1\" to \"100\""))
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.UnhealthyStateRouting.MinimumHealthyTargetsCount, new TextMatching("^[1-9][0-9]{0,8}$", 9, "\"1\" or more"))
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.UnhealthyStateRouting.MinimumHealthyTargetsPercentage, new TextMatching("^(off|[1-9][0-9]?|100)$", 3, "\"off\", or \"1\" to \"100\"")),
    ];

    private static bool IsLambda(TargetGroupProps group) => group.TargetType.Is(TargetType.Lambda);

    /// <summary>Whether the targets are, or may be, instances or addresses behind an Application Load Balancer.</summary>
    private static bool IsApplication(TargetGroupProps group) =>
        group.TargetType.MayBe(TargetType.Instance, TargetType.Ip) && group.EffectiveProtocol?.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https) != false;

    /// <summary>What tells that a group is another: its type where that decides, else its protocol.</summary>
    private static string KindOf(TargetGroupProps group) =>
        group.TargetType.MayBe(TargetType.Instance, TargetType.Ip) ? group.EffectiveProtocol?.ToString() ?? "no protocol" : $"type {group.TargetType}";

    private static void CheckDeregistrationDelay(TargetGroupProps group, Report report)
    {
        if (group.DeregistrationDelaySeconds is not null && IsLambda(group))
        {
            report.Add("deregistrationDelaySeconds", "is not for a Lambda function", $"{group.DeregistrationDelaySeconds}", "nothing", "remove it");
        }
        else if (group.DeregistrationDelaySeconds.IsLiteral(out var seconds) && seconds is < 0 or > 3600)
        {
            report.Add("deregistrationDelaySeconds", "is out of range", $"{seconds}", "0 to 3600 seconds", "use a delay that is allowed");
        }
    }

    private static void CheckSlowStart(TargetGroupProps group, Report report)
    {
        if (!group.SlowStartSeconds.IsLiteral(out var seconds) || seconds == 0)
        {
            return;
        }
        if (!IsApplication(group))
        {
            report.Add("slowStartSeconds", "is for instances and addresses with HTTP or HTTPS", $"{seconds} with {KindOf(group)}", "0 or nothing", "remove it");
        }
        else if (seconds is < 30 or > 900)
        {
            report.Add("slowStartSeconds", "is out of range", $"{seconds}", "0, or 30 to 900 seconds", "use a duration that is allowed");
        }
    }

    private static void CheckSlowStartAlgorithm(TargetGroupProps group, Report report)
    {
        if (IsApplication(group) && group.SlowStartSeconds.IsLiteral(out var seconds) && seconds != 0 && group.LoadBalancingAlgorithm.IsLiteral(out var algorithm) && algorithm != LoadBalancingAlgorithm.RoundRobin)
        {
            report.Add("slowStartSeconds", "does not go with the algorithm", $"{seconds} with {Spelling.Of(algorithm)}", "round_robin with slow start", "remove it, or set loadBalancingAlgorithm to round_robin");
        }
    }

    private static void CheckAnomalyMitigation(TargetGroupProps group, Report report)
    {
        if (!IsApplication(group))
        {
            foreach (var (property, value) in new (string, IValue?)[] { ("loadBalancingAlgorithm", group.LoadBalancingAlgorithm), ("anomalyMitigation", group.AnomalyMitigation) })
            {
                if (value is not null)
                {
                    report.Add(property, "is for instances and addresses with HTTP or HTTPS", $"{value} with {KindOf(group)}", "nothing", "remove it");
                }
            }
        }
        else if (group.AnomalyMitigation?.Is(true) == true && group.LoadBalancingAlgorithm?.MayBe(LoadBalancingAlgorithm.WeightedRandom) != true)
        {
            report.Add("anomalyMitigation", "does not go with the algorithm", $"true with {group.LoadBalancingAlgorithm?.ToString() ?? "round_robin"}", "weighted_random with anomaly mitigation", "set loadBalancingAlgorithm to weighted_random, or remove it");
        }
    }

    private static void CheckStickinessType(TargetGroupProps group, Report report)
    {
        if (group.Stickiness is not { } stickiness || !stickiness.Type.TryGetLiteral(out var type))
        {
            return;
        }
        var allowed = IsLambda(group) ? [] : group.EffectiveProtocol.IsLiteral(out var protocol) ? StickinessTypesOf(protocol) : null;
        if (allowed is not null && !allowed.Contains(type))
        {
            var text = allowed.Length == 0 ? "no stickiness" : string.Join(" or ", allowed.Select(candidate => Spelling.Of(candidate)));
            report.Add("stickiness.type", "is not possible for the group's protocol", $"{Spelling.Of(type)} with {group.EffectiveProtocol?.ToString() ?? "a Lambda function"}", text, allowed.Length == 0 ? "remove stickiness" : "use a type that is allowed");
        }
    }

    private static StickinessType[] StickinessTypesOf(TargetGroupProtocol protocol) => protocol switch
    {
        TargetGroupProtocol.Http or TargetGroupProtocol.Https => [StickinessType.LoadBalancerCookie, StickinessType.ApplicationCookie],
        TargetGroupProtocol.Tls => [],
        _ => [StickinessType.SourceIp],
    };

    private static void CheckCookieName(TargetGroupProps group, Report report)
    {
        if (group.Stickiness?.Type.Is(StickinessType.ApplicationCookie) != true)
        {
            return;
        }
        var name = group.Stickiness.CookieName;
        if (name is null || name.Is(""))
        {
            report.Add("stickiness.cookieName", "is missing", null, "the name of the cookie that the targets set", "set it, or use lb_cookie");
        }
        else if (name.TryGetLiteral(out var text) && text.StartsWith("AWSALB", StringComparison.OrdinalIgnoreCase))
        {
            report.Add("stickiness.cookieName", "is one of the load balancer's own", Quoted.Of(text), "a name that does not begin with AWSALB", "name the cookie that the targets set");
        }
    }

    private static void CheckNetworkAttributes(TargetGroupProps group, Report report)
    {
        if (group.EffectiveProtocol?.MayBe(NetworkProtocols) == true)
        {
            return;
        }
        foreach (var (property, value) in new (string, IValue?)[]
        {
            ("preserveClientIp", group.PreserveClientIp), ("proxyProtocolV2", group.ProxyProtocolV2), ("connectionTermination", group.ConnectionTermination),
            ("unhealthyConnectionTermination", group.UnhealthyConnectionTermination), ("unhealthyDrainingIntervalSeconds", group.UnhealthyDrainingIntervalSeconds),
        })
        {
            if (value is not null)
            {
                report.Add(property, "is for a Network Load Balancer's target group", $"{value} with {group.EffectiveProtocol?.ToString() ?? "a Lambda function"}", IsLambda(group) ? "nothing" : "nothing with this protocol", "remove it");
            }
        }
    }

    private static void CheckClientAddress(TargetGroupProps group, Report report)
    {
        if (group.PreserveClientIp?.Is(false) == true && group.EffectiveProtocol.IsLiteral(out var protocol) && protocol is TargetGroupProtocol.Udp or TargetGroupProtocol.TcpUdp)
        {
            report.Add("preserveClientIp", "cannot be off", $"false with {group.EffectiveProtocol}", "true", "remove it");
        }
    }

    private static void CheckUnhealthyConnections(TargetGroupProps group, Report report)
    {
        // TG059 has the groups that these settings are not for at all.
        if (group.EffectiveProtocol?.MayBe(NetworkProtocols) != true)
        {
            return;
        }
        if (group.UnhealthyDrainingIntervalSeconds.IsLiteral(out var seconds))
        {
            if (seconds is < 0 or > 360_000)
            {
                report.Add("unhealthyDrainingIntervalSeconds", "is out of range", $"{seconds}", "0 to 360000 seconds", "use an interval that is allowed");
            }
            else if (seconds != 0 && group.UnhealthyConnectionTermination?.MayBe(false) != true)
            {
                report.Add("unhealthyDrainingIntervalSeconds", "has nothing to drain, since connections to unhealthy targets are cut", $"{seconds}", "0 unless unhealthyConnectionTermination is false", "set unhealthyConnectionTermination to false, or remove it");
            }
        }
        if (group.UnhealthyConnectionTermination?.Is(true) == true && group.EffectiveProtocol.IsLiteral(out var protocol) && protocol is TargetGroupProtocol.Udp or TargetGroupProtocol.TcpUdp)
        {
            report.Add("unhealthyConnectionTermination", "cannot be on", $"true with {group.EffectiveProtocol}", "false with this protocol", "set it to false, or remove it");
        }
    }

    private static void CheckHealthThresholds(TargetGroupProps group, Report report)
    {
        var (dns, routing) = (group.TargetGroupHealth?.DnsFailover, group.TargetGroupHealth?.UnhealthyStateRouting);
        Check("dnsFailover.minimumHealthyTargetsCount", dns?.MinimumHealthyTargetsCount, int.MaxValue, "\"off\", or \"1\" or more");
        Check("dnsFailover.minimumHealthyTargetsPercentage", dns?.MinimumHealthyTargetsPercentage, 100, "\"off\", or \"1\" to \"100\"");
        Check("unhealthyStateRouting.minimumHealthyTargetsCount", routing?.MinimumHealthyTargetsCount, int.MaxValue, "\"1\" or more", mayBeOff: false);
        Check("unhealthyStateRouting.minimumHealthyTargetsPercentage", routing?.MinimumHealthyTargetsPercentage, 100, "\"off\", or \"1\" to \"100\"");

        void Check(string property, Value<string>? value, int highest, string allowed, bool mayBeOff = true)
        {
            if (value.IsLiteral(out var text) && !(mayBeOff && text == "off") && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= highest))
            {
                report.Add($"targetGroupHealth.{property}", "is out of range", Quoted.Of(text), allowed, "use a value that is allowed");
            }
        }
    }
}
