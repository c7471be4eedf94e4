using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>What AWS calls the capacity providers of a cluster.</summary>
internal static class CapacityProviders
{
    /// <summary>
    /// The provider that a cluster's Auto Scaling group is, by its attribute, so that what uses it is made after it; AWS's own, and one that
    /// the cluster does not declare, by its name.
    /// </summary>
    internal static Value<string> NameOf(string clusterLogicalId, Value<string> provider, EcsClusterProps? cluster) =>
        provider.TryGetLiteral(out var name) && cluster?.AutoScalingGroups.ContainsKey(name) == true ? Expression.Attribute("aws_ecs_capacity_provider", $"{clusterLogicalId}_{name}", "name") : provider;
}
