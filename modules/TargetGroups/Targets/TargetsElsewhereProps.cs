using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>Where the targets are that something else registers, so that the load balancers in front are let out to them.</summary>
public sealed record TargetsElsewhereProps
{
    /// <summary>Security groups that they are in; those that are made here let the load balancers in. None unless set.</summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>IPv4 CIDR blocks that their addresses are in. None unless set.</summary>
    public ValueList<string> CidrsIpv4 { get; init; } = [];

    /// <summary>IPv6 CIDR blocks that their addresses are in. None unless set.</summary>
    public ValueList<string> CidrsIpv6 { get; init; } = [];
}
