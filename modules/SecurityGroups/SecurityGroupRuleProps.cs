using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>One rule of a security group: a protocol, ports, and exactly one peer.</summary>
public sealed record SecurityGroupRuleProps : IProps
{
    /// <summary>The protocol. TCP unless set.</summary>
    [Enforces("SG093")]
    public Value<IpProtocol> Protocol { get; init; } = IpProtocol.Tcp;

    /// <summary>The only port; short for <see cref="FromPort"/> and <see cref="ToPort"/> with the same number.</summary>
    public Value<int>? Port { get; init; }

    /// <summary>The lowest port, or the ICMP type.</summary>
    public Value<int>? FromPort { get; init; }

    /// <summary>The highest port, or the ICMP code.</summary>
    public Value<int>? ToPort { get; init; }

    /// <summary>The peers, as an IPv4 CIDR block.</summary>
    public Value<string>? CidrIpv4 { get; init; }

    /// <summary>The peers, as an IPv6 CIDR block.</summary>
    public Value<string>? CidrIpv6 { get; init; }

    /// <summary>The peers, as a managed prefix list's id.</summary>
    public Value<string>? PrefixListId { get; init; }

    /// <summary>The peers: whatever is in this security group.</summary>
    public ISecurityGroup? SecurityGroup { get; init; }

    /// <summary>The peers: whatever is in the group that the rule belongs to.</summary>
    public bool Self { get; init; }

    /// <summary>What the rule is for: at most 255 ASCII characters. Unless set, the rule's name.</summary>
    public Value<string>? Description { get; init; }

    /// <summary>The lowest port, however it was given.</summary>
    internal Value<int>? LowestPort => FromPort.Or(Port);

    /// <summary>The highest port, however it was given.</summary>
    internal Value<int>? HighestPort => ToPort.Or(Port);

    /// <summary>The properties that name a peer; a legal rule has one.</summary>
    internal IReadOnlyList<string> Peers =>
        [.. new[] { ("cidrIpv4", CidrIpv4 is not null), ("cidrIpv6", CidrIpv6 is not null), ("prefixListId", PrefixListId is not null), ("securityGroup", SecurityGroup is not null), ("self", Self) }
            .Where(peer => peer.Item2)
            .Select(peer => peer.Item1)];
}
