using Orchestrator.Diagram;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;

namespace Orchestrator.Modules.Diagrams;

/// <summary>What is drawn of a load balancer of either kind.</summary>
internal static class LoadBalancerTraffic
{
    /// <summary>Its node, which names its security groups.</summary>
    internal static void Draw(Declaration balancer, ILoadBalancerProps props, string kind, TrafficGraph graph)
    {
        var groups = props.SecurityGroups.Count == 0 ? null : $"in {string.Join(", ", props.SecurityGroups)}";
        graph.Add(balancer.Path, TrafficKind.LoadBalancer, balancer.Name, props.Internal.Is(true) ? $"internal {kind}" : kind, groups);
    }
}
