using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>What an alias record stands for: a load balancer, or anything that has a DNS name in a hosted zone of AWS.</summary>
public sealed record AliasProps
{
    /// <summary>The load balancer. Either it, or the DNS name and the zone id.</summary>
    public ILoadBalancer? LoadBalancer { get; init; }

    /// <summary>The DNS name of something else, <c>d111111abcdef8.cloudfront.net</c>.</summary>
    public Value<string>? DnsName { get; init; }

    /// <summary>The hosted zone of that DNS name, <c>Z2FDTNDATAQYW2</c>.</summary>
    public Value<string>? ZoneId { get; init; }

    /// <summary>
    /// Whether there is an AAAA record too, for clients with IPv6. Where the load balancer is known to be dualstack, unless set; for a DNS name
    /// not unless set.
    /// </summary>
    public bool? Ipv6 { get; init; }

    /// <summary>Whether the record counts as healthy only while its target is. It does unless set, but for CloudFront, which has no such thing.</summary>
    public Value<bool>? EvaluateTargetHealth { get; init; }

    /// <summary>The DNS name, however it was given.</summary>
    internal Value<string>? TargetName => LoadBalancer is null ? DnsName : LoadBalancer.DnsName;

    /// <summary>The zone of the DNS name, however it was given.</summary>
    internal Value<string>? TargetZoneId => LoadBalancer is null ? ZoneId : LoadBalancer.ZoneId;

    /// <summary>Whether clients with IPv4 get an answer.</summary>
    internal bool HasIpv4 => LoadBalancer?.IpAddressType?.Is(IpAddressType.DualstackWithoutPublicIpv4) != true;

    /// <summary>Whether clients with IPv6 get an answer.</summary>
    internal bool HasIpv6 => Ipv6 ?? (LoadBalancer?.IpAddressType is { } type && (type.Is(IpAddressType.Dualstack) || type.Is(IpAddressType.DualstackWithoutPublicIpv4)));

    /// <summary>Whether it stands for a distribution of CloudFront, all of which are in one zone.</summary>
    internal bool IsCloudFront => ZoneId?.Is("Z2FDTNDATAQYW2") == true;

    /// <summary>The target, for a message.</summary>
    internal string Described => LoadBalancer is not null ? $"load balancer {LoadBalancer}" : $"{DnsName}";
}
