using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What holds of a target group's attributes.</summary>
internal static class TargetGroupAttributeRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG052", "The deregistration delay is 0 to 3600 seconds, and is not for a Lambda function.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute deregistration_delay.timeout_seconds")
            .Requires((TargetGroupProps group) => group.DeregistrationDelaySeconds, new NumberBetween(0, 3600, "seconds"), "use a delay that is allowed")
            .Asks<TargetGroupProps>(
                "deregistrationDelaySeconds",
                group => !group.IsLambda | group.DeregistrationDelaySeconds.IsUnset(),
                group => new("is not for a Lambda function", $"{group.DeregistrationDelaySeconds}", "nothing", "remove it")),
        Rule.Error("TG053", "Slow start is 0 or 30 to 900 seconds, for instances and addresses behind an Application Load Balancer.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute slow_start.duration_seconds")
            .Asks<TargetGroupProps>(
                "slowStartSeconds",
                group => StartsAtOnce(group) | group.IsApplication,
                group => new("is for instances and addresses with HTTP or HTTPS", $"{group.SlowStartSeconds} with {KindOf(group)}", "0 or nothing", "remove it"))
            .Asks<TargetGroupProps>(
                "slowStartSeconds",
                group => StartsAtOnce(group) | !group.IsApplication | group.SlowStartSeconds.WhereSet(seconds => seconds.IsBetween(30, 900)),
                group => new("is out of range", $"{group.SlowStartSeconds}", "0, or 30 to 900 seconds", "use a duration that is allowed")),
        Rule.Error("TG054", "Slow start goes with the round robin algorithm only.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "Application Load Balancers, slow start mode")
            .Asks<TargetGroupProps>(
                "slowStartSeconds",
                group => StartsAtOnce(group) | !group.IsApplication | group.LoadBalancingAlgorithm.Or(LoadBalancingAlgorithm.RoundRobin).IsAnyOf(LoadBalancingAlgorithm.RoundRobin),
                group => new("does not go with the algorithm", $"{group.SlowStartSeconds} with {group.LoadBalancingAlgorithm}", "round_robin with slow start", "remove it, or set loadBalancingAlgorithm to round_robin")),
        Rule.Error("TG055", "Anomaly mitigation goes with the weighted random algorithm only; both are for instances and addresses behind an Application Load Balancer.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute load_balancing.algorithm.anomaly_mitigation")
            .Asks(ForApplications("loadBalancingAlgorithm", group => group.LoadBalancingAlgorithm))
            .Asks(ForApplications("anomalyMitigation", group => group.AnomalyMitigation))
            .Asks<TargetGroupProps>(
                "anomalyMitigation",
                group => !group.AnomalyMitigation.IsAnyOf(true) | !group.IsApplication | group.LoadBalancingAlgorithm.IsAnyOf(LoadBalancingAlgorithm.WeightedRandom),
                group => new("does not go with the algorithm", $"true with {group.LoadBalancingAlgorithm?.ToString() ?? "round_robin"}", "weighted_random with anomaly mitigation", "set loadBalancingAlgorithm to weighted_random, or remove it")),
        Rule.Error("TG056", "Stickiness is by cookie for HTTP and HTTPS, by source address for TCP, UDP and TCP_UDP, and not for TLS or a Lambda function.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute stickiness.type")
            .Asks<TargetGroupProps>("stickiness.type", group => group.Stickiness.WhereSet(stickiness => IsPossible(stickiness, group)), TellStickiness),
        Rule.Error("TG057", "An application cookie has a name, and not one of the load balancer's own: AWSALB, AWSALBAPP, AWSALBTG.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute stickiness.app_cookie.cookie_name")
            .Asks<TargetGroupProps>(
                "stickiness.cookieName",
                group => group.Stickiness.WhereSet(stickiness => !IsByApplication(stickiness) | !stickiness.CookieName.Or("").IsAnyOf("")),
                _ => new("is missing", null, "the name of the cookie that the targets set", "set it, or use lb_cookie"))
            .Asks<TargetGroupProps>(
                "stickiness.cookieName",
                group => group.Stickiness.WhereSet(stickiness => !IsByApplication(stickiness) | !stickiness.CookieName.Or("").Matches("^(?i)AWSALB")),
                group => new("is one of the load balancer's own", Quoted.Of($"{group.Stickiness!.CookieName}"), "a name that does not begin with AWSALB", "name the cookie that the targets set")),
        Rule.Error("TG058", "A cookie is good for 1 to 604,800 seconds.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute stickiness.lb_cookie.duration_seconds")
            .Requires((TargetGroupProps group) => group.Stickiness?.CookieDurationSeconds, new NumberBetween(1, 604_800, "seconds")),
        Rule.Error("TG059", "Proxy protocol, client addresses, connection termination and unhealthy connections are a Network Load Balancer's settings.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute, Network Load Balancers only")
            .Asks(ForNetworks("preserveClientIp", group => group.PreserveClientIp))
            .Asks(ForNetworks("proxyProtocolV2", group => group.ProxyProtocolV2))
            .Asks(ForNetworks("connectionTermination", group => group.ConnectionTermination))
            .Asks(ForNetworks("unhealthyConnectionTermination", group => group.UnhealthyConnectionTermination))
            .Asks(ForNetworks("unhealthyDrainingIntervalSeconds", group => group.UnhealthyDrainingIntervalSeconds)),
        Rule.Error("TG060", "Targets of UDP and TCP_UDP always see the client's address.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute preserve_client_ip.enabled")
            .Asks<TargetGroupProps>(
                "preserveClientIp",
                group => !group.PreserveClientIp.IsAnyOf(false) | !group.HasDatagrams,
                group => new("cannot be off", $"false with {group.EffectiveProtocol}", "true", "remove it")),
        Rule.Error("TG061", "Unhealthy targets are drained for 0 to 360,000 seconds, and only where their connections are not cut; those of UDP and TCP_UDP cannot be cut.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute target_health_state.unhealthy.draining_interval_seconds")
            .Requires((TargetGroupProps group) => group.UnhealthyDrainingIntervalSeconds, new NumberBetween(0, 360_000, "seconds"), "use an interval that is allowed")
            .Asks<TargetGroupProps>(
                "unhealthyDrainingIntervalSeconds",
                // TG059 has the groups that these settings are not for at all.
                group => !group.HasNetworkProtocol | group.UnhealthyConnectionTermination.IsAnyOf(false) | group.UnhealthyDrainingIntervalSeconds.WhereSet(seconds => !seconds.IsBetween(1, 360_000)),
                group => new("has nothing to drain, since connections to unhealthy targets are cut", $"{group.UnhealthyDrainingIntervalSeconds}", "0 unless unhealthyConnectionTermination is false", "set unhealthyConnectionTermination to false, or remove it"))
            .Asks<TargetGroupProps>(
                "unhealthyConnectionTermination",
                group => !group.UnhealthyConnectionTermination.IsAnyOf(true) | !group.HasDatagrams,
                group => new("cannot be on", $"true with {group.EffectiveProtocol}", "false with this protocol", "set it to false, or remove it")),
        Rule.Error("TG063", "The lowest number of healthy targets is 1 or more, their lowest share 1 to 100 percent; either is off, but for the number that routing needs.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "elbv2 TargetGroupAttribute target_group_health; CDK base-target-group.ts")
            .For<TargetGroupProps>(CheckHealthThresholds)
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.DnsFailover.MinimumHealthyTargetsCount, new TextMatching("^(off|[1-9][0-9]{0,8})$", 9, "\"off\", or \"1\" or more"))
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.DnsFailover.MinimumHealthyTargetsPercentage, new TextMatching("^(off|[1-9][0-9]?|100)$", 3, "\"off\", or \"1\" to \"100\""))
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.UnhealthyStateRouting.MinimumHealthyTargetsCount, new TextMatching("^[1-9][0-9]{0,8}$", 9, "\"1\" or more"))
            .Bounding((TargetGroupProps group) => group.TargetGroupHealth?.UnhealthyStateRouting.MinimumHealthyTargetsPercentage, new TextMatching("^(off|[1-9][0-9]?|100)$", 3, "\"off\", or \"1\" to \"100\"")),
    ];

    /// <summary>What tells that a group is another: its type where that decides, else its protocol.</summary>
    private static string KindOf(TargetGroupProps group) =>
        group.TargetType.MayBe(TargetType.Instance, TargetType.Ip) ? group.EffectiveProtocol?.ToString() ?? "no protocol" : $"type {group.TargetType}";

    /// <summary>Whether a new target gets its whole share from the start.</summary>
    private static Value<bool> StartsAtOnce(TargetGroupProps group) => group.SlowStartSeconds.Or(0).IsAnyOf(0);

    private static Requirement<TargetGroupProps> ForApplications<T>(string property, Func<TargetGroupProps, Value<T>?> value)
        where T : notnull
        => new(property, group => value(group).IsUnset() | group.IsApplication, group => new("is for instances and addresses with HTTP or HTTPS", $"{value(group)} with {KindOf(group)}", "nothing", "remove it"));

    private static Requirement<TargetGroupProps> ForNetworks<T>(string property, Func<TargetGroupProps, Value<T>?> value)
        where T : notnull
        => new(
            property,
            group => value(group).IsUnset() | group.HasNetworkProtocol,
            group => new("is for a Network Load Balancer's target group", $"{value(group)} with {group.EffectiveProtocol?.ToString() ?? "a Lambda function"}", group.IsLambda.Is(true) ? "nothing" : "nothing with this protocol", "remove it"));

    private static Value<bool> IsPossible(StickinessProps stickiness, TargetGroupProps group) => Value.When<bool>(
        stickiness.Type.IsAnyOf(StickinessType.SourceIp),
        group.EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Tcp, TargetGroupProtocol.Udp, TargetGroupProtocol.TcpUdp),
        group.SpeaksHttp)!;

    private static Told TellStickiness(TargetGroupProps group)
    {
        var allowed = group.SpeaksHttp.Is(true) ? "lb_cookie or app_cookie" : group.IsLambda.Is(true) || group.EffectiveProtocol?.Is(TargetGroupProtocol.Tls) == true ? null : "source_ip";
        return new("is not possible for the group's protocol", $"{group.Stickiness!.Type} with {group.EffectiveProtocol?.ToString() ?? "a Lambda function"}", allowed ?? "no stickiness", allowed is null ? "remove stickiness" : "use a type that is allowed");
    }

    private static Value<bool> IsByApplication(StickinessProps stickiness) => stickiness.Type.IsAnyOf(StickinessType.ApplicationCookie);

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
