using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A VPC that can resolve a private hosted zone's names.</summary>
public sealed record ZoneVpcProps
{
    /// <summary>The VPC's id, <c>vpc-0a1b2c3d4e5f60718</c>.</summary>
    public required Value<string> VpcId { get; init; }

    /// <summary>The VPC's region. The provider's unless set.</summary>
    public Value<string>? Region { get; init; }
}
