using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>An ECS cluster that tasks run on: one of this app's, or an existing one.</summary>
[Reference("ecsClusters", Existing = "arn")]
public interface IEcsCluster
{
    /// <summary>The cluster's ARN.</summary>
    Value<string> Arn { get; }

    /// <summary>The cluster's name in AWS.</summary>
    Value<string> Name { get; }

    /// <summary>What it was declared with, or null for an existing cluster.</summary>
    EcsClusterProps? Props { get; }

    /// <summary>What AWS calls one of its capacity providers.</summary>
    /// <param name="provider"><c>FARGATE</c>, <c>FARGATE_SPOT</c>, or one of its Auto Scaling groups, by its name in the cluster.</param>
    Value<string> CapacityProvider(Value<string> provider);
}
