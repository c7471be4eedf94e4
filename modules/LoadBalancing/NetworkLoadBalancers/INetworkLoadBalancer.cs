using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A Network Load Balancer that something refers to.</summary>
[Reference("networkLoadBalancers", "staticIpApplicationLoadBalancers")]
public interface INetworkLoadBalancer : ILoadBalancer
{
    /// <summary>What it was declared with, or null where it is not declared here.</summary>
    NetworkLoadBalancerProps? Props { get; }
}
