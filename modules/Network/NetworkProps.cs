using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>The existing VPC that everything is placed in.</summary>
public sealed record NetworkProps : IProps
{
    /// <summary>The VPC's id, <c>vpc-0a1b2c3d4e5f60718</c>.</summary>
    public required Value<string> VpcId { get; init; }

    /// <summary>The VPC's IPv4 CIDR blocks.</summary>
    public ValueList<string> CidrBlocks { get; init; } = [];

    /// <summary>The subnets in use, by the names that the rest refers to them by.</summary>
    public IReadOnlyDictionary<string, Subnet> Subnets { get; init; } = ImmutableDictionary<string, Subnet>.Empty;
}
