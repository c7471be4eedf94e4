using Orchestrator.Diagram;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.StaticIp;

namespace Orchestrator.Modules.Diagrams;

/// <summary>The path that traffic takes through what a manifest declares.</summary>
public static class ManifestDiagram
{
    /// <summary>The picture, without colours: nothing is done to anything yet.</summary>
    /// <param name="manifest">A manifest without errors.</param>
    public static TrafficDiagram Of(ManifestResult manifest)
    {
        var (model, graph) = (manifest.Model, new TrafficGraph(manifest.Model));
        model.ForEach<DnsRecordProps>(record => DnsTraffic.Draw(record.Props, graph));
        model.ForEach<WeightedMigrationProps>(migration => DnsTraffic.Draw(migration.Props, graph));
        model.ForEach<NetworkLoadBalancerProps>(balancer => NetworkTraffic.Draw(balancer, graph));
        model.ForEach<StaticIpApplicationLoadBalancerProps>(balancer => StaticIpTraffic.Draw(balancer, graph));
        model.ForEach<ApplicationLoadBalancerProps>(balancer => ApplicationTraffic.Draw(balancer, graph));
        model.ForEach<ExistingApplicationLoadBalancerProps>(balancer => ApplicationTraffic.DrawExisting(balancer, graph));
        model.ForEach<EcsServiceProps>(service => ServiceTraffic.Draw(service, graph));
        foreach (var (balancer, props) in model.With<ILoadBalancerProps>().Where(balancer => !graph.IsReached(balancer.Declaration.Path)))
        {
            graph.ConnectFromNetwork(balancer.Path, Peers.Of(props.SecurityGroups));
        }
        return Shown(graph.Draw(), manifest);
    }

    private static string IdOf(ManifestResult manifest, string id, int number)
    {
        var shown = manifest.Shown(id);
        return shown == id ? id : $"{shown} {number}";
    }

    /// <summary>The picture without what placeholders put in. Where that leaves two nodes one id, a number keeps them apart.</summary>
    private static TrafficDiagram Shown(TrafficDiagram diagram, ManifestResult manifest)
    {
        var ids = diagram.Nodes.Index().ToDictionary(node => node.Item.Id, node => IdOf(manifest, node.Item.Id, node.Index), StringComparer.Ordinal);
        return new(
            [.. diagram.Nodes.Select(node => node with { Id = ids[node.Id], Label = manifest.Shown(node.Label) })],
            [.. diagram.Edges.Where(edge => ids.ContainsKey(edge.From) && ids.ContainsKey(edge.To)).Select(edge => edge with { From = ids[edge.From], To = ids[edge.To], Label = edge.Label is null ? null : manifest.Shown(edge.Label) })]);
    }
}
