using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone of Route 53: public, or private to the VPCs that are named.</summary>
public sealed record HostedZoneProps : IProps
{
    /// <summary>The zone's domain name, <c>example.com</c>. A change replaces the zone.</summary>
    public required Value<string> DomainName { get; init; }

    /// <summary>The VPCs that alone can resolve the zone's names, by names of your choice. Unless set, the zone is public.</summary>
    public IReadOnlyDictionary<string, ZoneVpcProps> Vpcs { get; init; } = ImmutableDictionary<string, ZoneVpcProps>.Empty;

    /// <summary>What the zone is for, at most 256 characters. Terraform's own text unless set.</summary>
    public Value<string>? Comment { get; init; }

    /// <summary>The reusable delegation set whose name servers a public zone gets. Name servers of its own unless set. A change replaces the zone.</summary>
    public Value<string>? DelegationSetId { get; init; }

    /// <summary>Whether records that Terraform does not know are deleted together with the zone. They keep it from being deleted unless set.</summary>
    public Value<bool> ForceDestroy { get; init; } = false;

    /// <summary>Tags of the zone, beside <c>Name</c>, which is its own name unless set here.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether only VPCs resolve its names.</summary>
    internal bool IsPrivate => Vpcs.Count > 0;
}
