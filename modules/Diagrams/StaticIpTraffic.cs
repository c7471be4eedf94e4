using Orchestrator.Modules.Findings;
using Orchestrator.Modules.StaticIp;

namespace Orchestrator.Modules.Diagrams;

/// <summary>What is between static addresses and their Application Load Balancer. Its parts are drawn as what they are.</summary>
internal static class StaticIpTraffic
{
    /// <summary>Where a function keeps the targets, nothing declares them.</summary>
    internal static void Draw(Declaration<StaticIpApplicationLoadBalancerProps> balancer, TrafficGraph graph)
    {
        foreach (var (port, _) in StaticIpPorts.Legal(balancer.Props).Where(_ => balancer.Props.IsSync))
        {
            graph.Connect($"{balancer.Path}.ports.{port}.targetGroup", graph.Find(balancer.Props.ApplicationLoadBalancer), "addresses that\nthe function keeps");
        }
    }
}
