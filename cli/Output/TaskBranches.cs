using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Cli.Output;

/// <summary>What runs on ECS, as branches of a stack's tree.</summary>
internal static class TaskBranches
{
    /// <summary>The line of a declaration; null for what is none of these.</summary>
    internal static string? Describe(Declaration declaration) => declaration.Props switch
    {
        EcsClusterProps => $"ECS cluster {declaration.Name}",
        AutoScalingGroupProps group => $"instances {declaration.Name}: {group.InstanceType}, {group.MinSize} to {group.MaxSize}",
        EcsServiceProps service => $"ECS service {declaration.Name}: {service.DesiredCount} × {string.Join(" + ", service.TaskDefinition.Containers.Values.Select(container => container.Image))}{Registered(service)}",
        LoadBalancedServiceProps service => $"load balanced service {declaration.Name}: {service.Image}, {(service.Rule is { } rule ? $"behind {rule.Listener}" : "with a load balancer of its own")}",
        ScheduledTaskProps task => $"task {declaration.Name}: {task.Schedule}",
        EventTaskProps => $"task {declaration.Name}: for events",
        UploadTaskProps => $"task {declaration.Name}: for uploads",
        _ => null,
    };

    private static string Registered(EcsServiceProps service) =>
        service.TargetGroups.Count == 0 ? "" : $", in {string.Join(", ", service.TargetGroups.Select(registered => registered.TargetGroup))}";
}
