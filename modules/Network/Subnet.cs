using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>An existing subnet, with what the checks need to know of it. What is left out is not checked.</summary>
public sealed record Subnet : ISubnet, IProps
{
    /// <summary>The subnet's id, <c>subnet-0a1b2c3d4e5f60718</c>.</summary>
    public required Value<string> Id { get; init; }

    /// <summary>The name of its Availability Zone, <c>eu-central-1a</c>.</summary>
    public Value<string>? AvailabilityZone { get; init; }

    /// <summary>Its IPv4 CIDR block.</summary>
    public Value<string>? CidrBlock { get; init; }

    /// <summary>Its IPv6 CIDR block. Where any subnet says one, a subnet that says none has none.</summary>
    public Value<string>? Ipv6CidrBlock { get; init; }

    /// <summary>Whether its route table has a route to an internet gateway.</summary>
    public Value<bool>? Public { get; init; }
}
