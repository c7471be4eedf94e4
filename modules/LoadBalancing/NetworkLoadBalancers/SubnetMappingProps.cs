using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A subnet that a Network Load Balancer has an address in.</summary>
public sealed record SubnetMappingProps
{
    /// <summary>The subnet.</summary>
    public required ISubnet Subnet { get; init; }

    /// <summary>An existing Elastic IP, by its allocation id; for an internet-facing load balancer, and then in every mapping.</summary>
    public Value<string>? AllocationId { get; init; }

    /// <summary>A fixed address out of the subnet; for an internal load balancer.</summary>
    public Value<string>? PrivateIpv4Address { get; init; }

    /// <summary>A fixed IPv6 address out of the subnet; for a dualstack load balancer.</summary>
    public Value<string>? Ipv6Address { get; init; }
}
