using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>What the ECS agent of a cluster's instances may do: join this cluster, and work for it.</summary>
internal static class InstancePolicy
{
    private static readonly string[] OnCluster =
    [
        "ecs:DeregisterContainerInstance", "ecs:RegisterContainerInstance", "ecs:SubmitAttachmentStateChanges", "ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange",
    ];

    private static readonly string[] OnInstance = ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"];

    /// <summary>The policy.</summary>
    /// <param name="clusterArn">The cluster's ARN.</param>
    internal static PolicyDocument Of(Value<string> clusterArn) => new PolicyDocument()
        .Allow("JoinCluster", OnCluster, clusterArn)
        .Allow("WorkForCluster", OnInstance, InstancesOf(clusterArn))
        // Where to ask is not a resource that a policy can name.
        .Allow("FindEndpoint", ["ecs:DiscoverPollEndpoint"], "*");

    private static Value<string> InstancesOf(Value<string> clusterArn) =>
        new Expression(Expression.Of($"replace({clusterArn}, \":cluster/\", \":container-instance/\")").Template + "/*");
}
