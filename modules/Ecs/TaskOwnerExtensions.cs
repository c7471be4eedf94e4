using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs;

/// <summary>What follows from the way in which tasks are run.</summary>
internal static class TaskOwnerExtensions
{
    /// <summary>Whether the tasks run on Fargate, which they do where nothing is said; null where only Terraform knows.</summary>
    internal static bool? IsFargate(this ITaskOwner owner) =>
        owner.LaunchType is { } type ? type.TryGetLiteral(out var literal) ? literal == LaunchType.Fargate : null
        : owner.CapacityProviders.Count == 0 || owner.CapacityProviders[0].IsFargate;

    /// <summary>The launch type, Fargate where nothing is said; null where capacity providers take its place.</summary>
    internal static Value<LaunchType>? EffectiveLaunchType(this ITaskOwner owner) =>
        owner.LaunchType ?? (owner.CapacityProviders.Count == 0 ? LaunchType.Fargate : null);

    /// <summary>Whether each task has a network interface of its own.</summary>
    internal static bool IsAwsvpc(this ITaskOwner owner) => owner.TaskDefinition.NetworkMode.Is(NetworkMode.Awsvpc);

    /// <summary>What is made with the tasks: their definition, their security group, and what leads to them.</summary>
    internal static IEnumerable<(Type Kind, string LogicalId)> Parts(this ITaskOwner owner, string logicalId)
    {
        yield return (typeof(TaskDefinitionProps), logicalId);
        if (owner is ITaskNetwork { SecurityGroups.Count: 0 } && owner.IsAwsvpc())
        {
            yield return (typeof(SecurityGroupProps), $"{logicalId}_tasks");
        }
        if (owner is LoadBalancedServiceProps service)
        {
            yield return (typeof(EcsServiceProps), logicalId);
            yield return (typeof(TargetGroupProps), logicalId);
            if (service.LoadBalancer is not null)
            {
                yield return (typeof(ApplicationLoadBalancerProps), logicalId);
                yield return (typeof(SecurityGroupProps), $"{logicalId}_load_balancer");
            }
        }
    }
}
