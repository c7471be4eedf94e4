using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of an Application Load Balancer that a rule is added to: one of this app's, or an existing one.</summary>
[Reference("applicationLoadBalancers.*.listeners", "existingApplicationLoadBalancers.*.listeners", "existingApplicationLoadBalancers.*.existingListeners")]
public interface IApplicationListener
{
    /// <summary>The listener's ARN.</summary>
    Value<string> Arn { get; }

    /// <summary>Its protocol; null where it is not known.</summary>
    Value<ApplicationProtocol>? Protocol { get; }
}
