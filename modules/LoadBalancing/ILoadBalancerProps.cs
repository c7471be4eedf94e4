using Orchestrator.Modules.Findings;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What a load balancer of either kind declares.</summary>
public interface ILoadBalancerProps : IProps
{
    /// <summary>Its name; null for one of the stack's and its own.</summary>
    Value<string>? Name { get; }

    /// <summary>Whether it has private addresses only.</summary>
    Value<bool> Internal { get; }

    /// <summary>Its security groups.</summary>
    IReadOnlyList<ISecurityGroup> SecurityGroups { get; }

    /// <summary>Whether AWS refuses to delete it.</summary>
    Value<bool> DeletionProtection { get; }

    /// <summary>A log of its traffic; null for none.</summary>
    LogsProps? AccessLogs { get; }
}
