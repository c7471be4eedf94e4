using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Who forwards to which target group.</summary>
internal static class Forwards
{
    /// <summary>Every place that names a target group to forward to, with the load balancer that forwards; null where that is not known.</summary>
    internal static IEnumerable<(Declaration Place, string Property, ITargetGroup Group, Declaration? LoadBalancer)> In(Model model)
    {
        var actions = PlacedAction.In(model)
            .SelectMany(placed => placed.Action.Targets().Select(target => (placed.Place, $"{placed.Property}.{target.Property}", target.TargetGroup, placed.Listener?.Parent)));
        var network = model.Of<NetworkListenerProps>().SelectMany(listener => listener.Props.Targets().Select(target => ((Declaration)listener, target.Property, target.TargetGroup, listener.Parent)));
        return actions.Concat(network).Select(forward => forward with { Item4 = IsLoadBalancer(forward.Item4) ? forward.Item4 : null });
    }

    /// <summary>What has a mistake of its own leaves its listeners to what is around it.</summary>
    private static bool IsLoadBalancer(Declaration? declaration) => declaration?.Props is ILoadBalancerProps or ExistingApplicationLoadBalancerProps;
}
