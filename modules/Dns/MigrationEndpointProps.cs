using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>One end of a migration: a load balancer, or anything that has a DNS name in a hosted zone of AWS.</summary>
public sealed record MigrationEndpointProps
{
    /// <summary>The load balancer. Either it, or the DNS name and the zone id.</summary>
    public ILoadBalancer? LoadBalancer { get; init; }

    /// <summary>The DNS name of something else, for example of a load balancer of another stack.</summary>
    public Value<string>? DnsName { get; init; }

    /// <summary>The hosted zone of that DNS name.</summary>
    public Value<string>? ZoneId { get; init; }

    /// <summary>Whether it can be reached by IPv6. Where the load balancer is known to be dualstack, unless set; for a DNS name not unless set.</summary>
    public bool? Ipv6 { get; init; }

    /// <summary>The endpoint as the target of an alias record.</summary>
    internal AliasProps AsAlias() => new() { LoadBalancer = LoadBalancer, DnsName = DnsName, ZoneId = ZoneId, Ipv6 = Ipv6 };
}
