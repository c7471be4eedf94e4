using Orchestrator.Diagram;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;

namespace Orchestrator.Modules.Diagrams;

/// <summary>What passes a Network Load Balancer: its addresses, its listeners, and what is behind.</summary>
internal static class NetworkTraffic
{
    internal static void Draw(Declaration<NetworkLoadBalancerProps> balancer, TrafficGraph graph)
    {
        LoadBalancerTraffic.Draw(balancer, balancer.Props, "NLB", graph);
        if (balancer.Props.Internal.Is(false))
        {
            DrawAddresses(balancer, graph);
        }
        foreach (var listener in balancer.Children.OfType<Declaration<NetworkListenerProps>>())
        {
            var id = graph.Add(listener.Path, TrafficKind.Listener, $"{listener.Props.Protocol} {listener.Props.Port}");
            graph.Connect(balancer.Path, id);
            ActionTraffic.Draw(listener, id, new() { Forward = listener.Props.Forward, WeightedForward = listener.Props.WeightedForward }, null, graph);
        }
    }

    private static void DrawAddresses(Declaration<NetworkLoadBalancerProps> balancer, TrafficGraph graph)
    {
        var peers = Peers.Of(balancer.Props.SecurityGroups);
        var mappings = balancer.Props.SubnetMappings.Where(mapping => balancer.Props.ElasticIps.Is(true) || mapping.Value.AllocationId is not null).ToList();
        foreach (var (name, mapping) in mappings)
        {
            var address = graph.Add($"{balancer.Path}.subnetMappings.{name}", TrafficKind.Address, mapping.AllocationId is { } allocation ? $"{allocation}" : "Elastic IP", $"in {mapping.Subnet.AvailabilityZone?.ToString() ?? name}");
            graph.ConnectFromInternet(address, peers);
            graph.Connect(address, balancer.Path);
        }
        if (mappings.Count == 0 && !graph.IsReached(balancer.Path))
        {
            graph.ConnectFromInternet(balancer.Path, peers);
        }
    }
}
