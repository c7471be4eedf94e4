using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer that something refers to: one of this app's, or an existing one.</summary>
[Reference("applicationLoadBalancers", "existingApplicationLoadBalancers")]
public interface IApplicationLoadBalancer : ILoadBalancer
{
    /// <summary>What it was declared with, or null for an existing load balancer.</summary>
    ApplicationLoadBalancerProps? Props { get; }
}
