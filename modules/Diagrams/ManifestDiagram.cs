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
        return graph.Draw();
    }
}
