using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>Settings of a target group that do not go together.</summary>
internal static class TargetGroupPairRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG334", "A target group of an Application Load Balancer that is not balanced across zones has no stickiness, no Lambda function and no target outside of the zones.", "ModifyTargetGroupAttributes or RegisterTargets rejects it.", "Application Load Balancers guide, turn off cross-zone load balancing for a target group")
            .For<TargetGroupProps>(CheckCrossZone),
        Rule.Error("TG335", "A zone leaves DNS before, or when, its requests go to unhealthy targets too: the threshold for DNS failover is not below the one for routing.", "ModifyTargetGroupAttributes rejects it after the group has been made.", "Elastic Load Balancing guides, target group health; CDK base-target-group.ts")
            .For<TargetGroupProps>(CheckThresholds),
        Rule.Warning("TG336", "Stickiness does not go with the weighted random algorithm.", "The algorithm chooses anew what the cookie is to keep, and AWS is reported to reject the two together.", "Application Load Balancers guide, routing algorithms")
            .For<TargetGroupProps>(CheckAlgorithm),
        Rule.Warning("TG337", "A target group for an Application Load Balancer has no attributes of its own.", "They always have their default values, and each plan shows them as changes.", "Network Load Balancers guide, target group attributes; provider issue #24743")
            .For<TargetGroupProps>(CheckFixed),
        Rule.Error("TG338", "The addresses of targets are of the group's family.", "RegisterTargets rejects them.", "elbv2 TargetDescription.Id; elbv2 CreateTargetGroupInput.IpAddressType")
            .ForDeclared<TargetProps>(CheckFamily),
        Rule.Error("TG360", "An instance in a target group of IPv6 addresses has a primary IPv6 address.", "RegisterTargets rejects it.", "elbv2 CreateTargetGroupInput.IpAddressType: instances have a primary IPv6 address; EC2 RunInstancesRequest.EnablePrimaryIpv6")
            .ForDeclared<TargetProps>(CheckInstance),
        Rule.Error("TG339", "A target group with IPv6 addresses is behind a dualstack load balancer.", "CreateListener rejects it: you cannot associate an IPv6 target group with a load balancer that has an 'ipv4' IP address type.", "elbv2 CreateTargetGroupInput.IpAddressType")
            .ForAll(CheckBalancers),
    ];

    private static void CheckCrossZone(TargetGroupProps group, Report report)
    {
        if (group.CrossZone?.Is(CrossZone.Off) != true || (!group.TargetType.Is(TargetType.Lambda) && group.EffectiveProtocol?.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https) != true))
        {
            return;
        }
        if (group.TargetType.Is(TargetType.Lambda))
        {
            report.Add("crossZone", "cannot be off for a Lambda function, which is in no zone", "false with lambda", "true or use_load_balancer_configuration", "remove it");
        }
        if (group.Stickiness is { } stickiness && stickiness.Enabled.Is(true))
        {
            report.Add("stickiness", "is not possible where crossZone is off", $"{stickiness.Type} with crossZone \"false\"", "no stickiness, or balancing across zones", "remove one of the two");
        }
        foreach (var (name, _) in group.Targets.Where(target => target.Value.AvailabilityZone?.Is("all") == true))
        {
            report.Add($"targets.{name}.availabilityZone", "is not possible where crossZone is off", "all with crossZone \"false\"", "a zone of the load balancer", "balance across zones, or register targets in the VPC");
        }
    }

    private static void CheckThresholds(TargetGroupProps group, Report report)
    {
        if (group.TargetGroupHealth is not { } health)
        {
            return;
        }
        Check("minimumHealthyTargetsCount", health.DnsFailover.MinimumHealthyTargetsCount, health.UnhealthyStateRouting.MinimumHealthyTargetsCount);
        Check("minimumHealthyTargetsPercentage", health.DnsFailover.MinimumHealthyTargetsPercentage, health.UnhealthyStateRouting.MinimumHealthyTargetsPercentage);

        void Check(string property, Value<string> dns, Value<string> routing)
        {
            if (NumberOf(dns) is { } leaves && NumberOf(routing) is { } opens && leaves < opens)
            {
                report.Add($"targetGroupHealth.dnsFailover.{property}", "is below that of unhealthyStateRouting", $"\"{leaves}\" with \"{opens}\"", $"\"{opens}\" or more, or \"off\"", "raise it, or lower the other");
            }
        }
    }

    private static int? NumberOf(Value<string> threshold) => threshold.TryGetLiteral(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static void CheckAlgorithm(TargetGroupProps group, Report report)
    {
        if (group.LoadBalancingAlgorithm?.Is(LoadBalancingAlgorithm.WeightedRandom) == true && group.Stickiness is { } stickiness && stickiness.Enabled.Is(true))
        {
            report.Add("stickiness", "does not go with the algorithm", $"{stickiness.Type} with weighted_random", "round_robin or least_outstanding_requests with stickiness", "remove one of the two");
        }
    }

    private static void CheckFixed(TargetGroupProps group, Report report)
    {
        if (!group.TargetType.Is(TargetType.Alb))
        {
            return;
        }
        foreach (var (property, value) in new (string, object?)[]
        {
            ("deregistrationDelaySeconds", group.DeregistrationDelaySeconds), ("preserveClientIp", group.PreserveClientIp), ("connectionTermination", group.ConnectionTermination),
            ("unhealthyConnectionTermination", group.UnhealthyConnectionTermination), ("unhealthyDrainingIntervalSeconds", group.UnhealthyDrainingIntervalSeconds),
            ("stickiness", group.Stickiness?.Type), ("crossZone", group.CrossZone), ("targetGroupHealth", group.TargetGroupHealth is null ? null : "thresholds"),
        })
        {
            if (value is not null)
            {
                report.Add(property, "always has its default value for type alb", $"{value} with alb", "nothing", "remove it, and set it for the targets of the Application Load Balancer");
            }
        }
    }

    private static void CheckFamily(Declaration<TargetProps> target, Report report)
    {
        if (target.Parent?.Props is not TargetGroupProps group || !target.Props.Address.IsLiteral(out var text) || Network.CidrBlock.AddressOf(text) is not { } address)
        {
            return;
        }
        var isIpv6 = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
        var wanted = group.IpAddressType is null ? TargetGroupIpAddressType.Ipv4 : group.IpAddressType.TryGetLiteral(out var type) ? type : (TargetGroupIpAddressType?)null;
        if (wanted is { } family && isIpv6 != (family == TargetGroupIpAddressType.Ipv6))
        {
            report.Add("address", "is not of the group's family", $"{Quoted.Of(text)} in a group with ipAddressType {Spelling.Of(family)}", isIpv6 ? "an IPv4 address" : "an IPv6 address", isIpv6 ? "set the group's ipAddressType to ipv6, or register an IPv4 address" : "remove the group's ipAddressType, or register an IPv6 address");
        }
    }

    private static void CheckInstance(Declaration<TargetProps> target, Report report)
    {
        if (target.Parent?.Props is TargetGroupProps group && group.IpAddressType?.Is(TargetGroupIpAddressType.Ipv6) == true && target.Props.Instance is { Props: { } instance } named && instance.PrimaryIpv6Address.Is(false))
        {
            report.Add("instance", "has no primary IPv6 address", $"{named} in a group with ipAddressType ipv6", "an instance with primaryIpv6Address", $"set primaryIpv6Address of {named} to true, or remove the group's ipAddressType");
        }
    }

    private static void CheckBalancers(Model model, Report report)
    {
        foreach (var (place, property, group, balancer) in Forwards.In(model))
        {
            // SYNC268 has static addresses, whose listeners are written as ports.
            if (place.WrittenAt() == place.Path && group.Props?.IpAddressType?.Is(TargetGroupIpAddressType.Ipv6) == true && balancer?.Props is ILoadBalancerProps props && FamilyOf(props)?.Is(IpAddressType.Ipv4) == true)
            {
                report.At(place).Add(property, "has addresses of a family that the load balancer does not have", $"{group} with ipv6 behind {balancer.Name} with ipv4", "a dualstack load balancer", $"set ipAddressType of {balancer.Name} to dualstack, or remove it from the group");
            }
        }
    }

    private static Value<IpAddressType>? FamilyOf(ILoadBalancerProps balancer) => balancer switch
    {
        ApplicationLoadBalancerProps application => application.IpAddressType,
        NetworkLoadBalancerProps network => network.IpAddressType,
        _ => null,
    };
}
