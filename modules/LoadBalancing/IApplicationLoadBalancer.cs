using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer that a listener or a DNS record refers to.</summary>
public interface IApplicationLoadBalancer
{
    /// <summary>The load balancer's ARN.</summary>
    Value<string> Arn { get; }

    /// <summary>The DNS name that AWS gave it.</summary>
    Value<string> DnsName { get; }

    /// <summary>The hosted zone of its DNS name, for an alias record.</summary>
    Value<string> ZoneId { get; }
}
