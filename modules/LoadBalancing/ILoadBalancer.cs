using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A load balancer that a DNS record or a target refers to.</summary>
[Reference("applicationLoadBalancers", "networkLoadBalancers", "existingApplicationLoadBalancers", "staticIpApplicationLoadBalancers")]
public interface ILoadBalancer
{
    /// <summary>The load balancer's ARN.</summary>
    Value<string> Arn { get; }

    /// <summary>The DNS name that AWS gave it; null where it is not known.</summary>
    Value<string>? DnsName { get; }

    /// <summary>The hosted zone of its DNS name, for an alias record; null where it is not known.</summary>
    Value<string>? ZoneId { get; }

    /// <summary>The families of its addresses; null where they are not known.</summary>
    Value<IpAddressType>? IpAddressType { get; }
}
