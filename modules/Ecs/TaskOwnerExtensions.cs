using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs;

/// <summary>What follows from the way in which tasks are run.</summary>
internal static class TaskOwnerExtensions
{
    /// <summary>Whether the tasks run on Fargate, which they do where nothing is said; null where only Terraform knows.</summary>
    internal static bool? IsFargate(this ITaskOwner owner) =>
        owner.RunsOnFargate is { } known ? known
        : owner.LaunchType is { } type ? type.TryGetLiteral(out var literal) ? literal == LaunchType.Fargate : null
        : owner.CapacityProviders.Count == 0 || owner.CapacityProviders[0].IsFargate;

    /// <summary>The launch type, that of the props' kind where nothing is said; null where capacity providers take its place.</summary>
    internal static Value<LaunchType>? EffectiveLaunchType(this ITaskOwner owner) =>
        owner.LaunchType.Or(Value.When<LaunchType>(Presence.OfAny(owner.CapacityProviders), null, owner.RunsOnFargate == false ? LaunchType.Ec2 : LaunchType.Fargate));

    /// <summary>Whether each task has a network interface of its own; where only Terraform knows, whether it may have one in the subnets that are named.</summary>
    internal static bool IsAwsvpc(this ITaskOwner owner) =>
        owner.TaskDefinition.NetworkMode.TryGetLiteral(out var mode) ? mode == NetworkMode.Awsvpc : owner is ITaskNetwork { Subnets.Count: > 0 };

    /// <summary>What is made with the tasks: their definition and their security group.</summary>
    internal static IEnumerable<(Type Kind, string LogicalId)> Parts(this ITaskOwner owner, string logicalId)
    {
        yield return (typeof(TaskDefinitionProps), logicalId);
        if (owner is ITaskNetwork { SecurityGroups.Count: 0 } && owner.IsAwsvpc())
        {
            yield return (typeof(SecurityGroupProps), $"{logicalId}_tasks");
        }
    }
}
