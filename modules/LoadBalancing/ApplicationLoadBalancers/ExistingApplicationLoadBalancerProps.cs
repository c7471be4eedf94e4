using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer that something else made, with what is added to it here.</summary>
public sealed record ExistingApplicationLoadBalancerProps : IProps
{
    /// <summary>Its ARN.</summary>
    public required Value<string> Arn { get; init; }

    /// <summary>Its DNS name. Needed for records that lead to it.</summary>
    public Value<string>? DnsName { get; init; }

    /// <summary>The hosted zone of its DNS name. Needed for records that lead to it.</summary>
    public Value<string>? ZoneId { get; init; }

    /// <summary>The id of its VPC. Not known unless set.</summary>
    public Value<string>? VpcId { get; init; }

    /// <summary>The families of its addresses. Not known unless set.</summary>
    public Value<IpAddressType>? IpAddressType { get; init; }

    /// <summary>Its security groups, so that targets can be opened for them. Not known unless set.</summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>Listeners that are added to it, by name. None unless set.</summary>
    public IReadOnlyDictionary<string, ApplicationListenerProps> Listeners { get; init; } = ImmutableDictionary<string, ApplicationListenerProps>.Empty;

    /// <summary>Listeners that it has already, by the names that they are known by here. None unless set.</summary>
    public IReadOnlyDictionary<string, ExistingApplicationListenerProps> ExistingListeners { get; init; } = ImmutableDictionary<string, ExistingApplicationListenerProps>.Empty;
}
