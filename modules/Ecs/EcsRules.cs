using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Ecs;

/// <summary>What holds of ECS clusters, tasks and services.</summary>
internal static class EcsRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        .. ClusterRules.All,
        .. TaskDefinitionRules.All,
        .. FargateRules.All,
        .. ContainerRules.All,
        .. ContainerRelationRules.All,
        .. PortMappingRules.All,
        .. SecretRules.All,
        .. SharedPortRules.All,
        .. FirelensRules.All,
        .. WindowsRules.All,
        .. SecureContainerRules.All,
        .. ServiceRules.All,
        .. ServiceNetworkRules.All,
        .. PlatformRules.All,
        .. ServiceDiscoveryRules.All,
        .. DeploymentRules.All,
        .. DeploymentControllerRules.All,
        .. DeploymentStrategyRules.All,
        .. TrafficShiftRules.All,
        .. LifecycleHookRules.All,
        .. PlacementRules.All,
        .. ScalingRules.All,
        .. PatternRules.All,
    ];
}
