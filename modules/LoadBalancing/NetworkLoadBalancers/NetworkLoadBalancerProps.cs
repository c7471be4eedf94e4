using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A Network Load Balancer with its listeners.</summary>
public sealed record NetworkLoadBalancerProps : ILoadBalancerProps, INamesResources
{
    /// <summary>The name, at most 32 letters, digits and hyphens. <c>STACK-NAME</c> unless set, cut to that. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Whether it has private addresses only. A change replaces it.</summary>
    public required Value<bool> Internal { get; init; }

    /// <summary>
    /// Where it is: one subnet in each Availability Zone, by the name of the mapping. Adding one is possible in place; removing or swapping one
    /// replaces the load balancer.
    /// </summary>
    public required IReadOnlyDictionary<string, SubnetMappingProps> SubnetMappings { get; init; }

    /// <summary>
    /// Whether an Elastic IP is made for each mapping, called after its Availability Zone and kept from being destroyed by
    /// <c>prevent_destroy</c>. They are not unless set; an internal load balancer has none.
    /// </summary>
    public Value<bool> ElasticIps { get; init; } = false;

    /// <summary>
    /// Its security groups, at most five. AWS takes the first only when the load balancer is made; groups can be exchanged later, but not the last
    /// one removed. Empty for one that exists without any (NLB274).
    /// </summary>
    public required IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; }

    /// <summary>
    /// Whether what comes over AWS PrivateLink is held to the security groups' ingress rules. It is unless set.
    /// </summary>
    public Value<bool> EnforceSecurityGroupsOnPrivateLink { get; init; } = true;

    /// <summary>The address families: ipv4 or dualstack. IPv4 unless set.</summary>
    [Enforces("NLB182")]
    public Value<IpAddressType> IpAddressType { get; init; } = LoadBalancing.IpAddressType.Ipv4;

    /// <summary>
    /// Whether each zone's address spreads connections over the targets of all zones. Off is AWS's default: then a zone without a healthy
    /// target drops out of DNS, and what crosses zones is not paid for. It must be said (NLB031).
    /// </summary>
    public Value<bool>? CrossZone { get; init; }

    /// <summary>Which zones' addresses a client inside the VPC gets. Those of any zone unless set.</summary>
    [Enforces("NLB183")]
    public Value<DnsClientRoutingPolicy>? DnsClientRoutingPolicy { get; init; }

    /// <summary>Whether a zone can be taken out by a zonal shift. It cannot unless set.</summary>
    public Value<bool> ZonalShift { get; init; } = false;

    /// <summary>Whether AWS refuses to delete it. It does unless set.</summary>
    public Value<bool> DeletionProtection { get; init; } = true;

    /// <summary>Load balancer capacity units that are reserved, 2750 or more in each Availability Zone. None unless set.</summary>
    public Value<int>? MinimumCapacityUnits { get; init; }

    /// <summary>A log of the connections of its TLS listeners; AWS writes none of others (NLB030). None unless set.</summary>
    public LogsProps? AccessLogs { get; init; }

    /// <summary>Its listeners, by the names that they are known by. None unless set.</summary>
    public IReadOnlyDictionary<string, NetworkListenerProps> Listeners { get; init; } = ImmutableDictionary<string, NetworkListenerProps>.Empty;

    /// <summary>Tags of the load balancer and of its Elastic IPs.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Name(AwsNames.LoadBalancer, "name", Name)];
}
