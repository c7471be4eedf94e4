using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>A target group of a service with the container and the port that serve it, what was left out filled in.</summary>
/// <param name="TargetGroup">The target group.</param>
/// <param name="Container">The container; null where several could be meant.</param>
/// <param name="Port">Its port; null where several could be meant.</param>
internal sealed record ServiceTarget(ITargetGroup TargetGroup, Value<string>? Container, Value<int>? Port)
{
    /// <summary>What Docker chooses from: the kernel's ephemeral ports on Amazon Linux, and Docker's own range above.</summary>
    internal static PortRange DynamicPorts { get; } = PortRange.Tcp(32768, 65535);

    /// <summary>The target groups of a service.</summary>
    internal static IReadOnlyList<ServiceTarget> Of(EcsServiceProps service) => [.. service.TargetGroups.Select(target => Of(target, service.TaskDefinition))];

    /// <summary>The container; null where the task definition has none, or only Terraform knows.</summary>
    internal ContainerProps? ContainerIn(TaskDefinitionProps task) => Container.IsLiteral(out var name) ? task.Containers.GetValueOrDefault(name) : null;

    /// <summary>The port mapping behind the target; null where the task definition has none.</summary>
    internal PortMappingProps? MappingIn(TaskDefinitionProps task) => ContainerIn(task) is not { } container
        ? null
        : container.PortMappings.FirstOrDefault(mapping => mapping.ContainerPort is not null && mapping.ContainerPort == Port);

    /// <summary>
    /// The port that load balancers reach the tasks on: the container's with awsvpc and host; with bridge the instance's, or, where Docker chooses one,
    /// all that it chooses from. Null where that is not known.
    /// </summary>
    internal PortRange? PortsIn(TaskDefinitionProps task)
    {
        if (!task.NetworkMode.Is(NetworkMode.Bridge))
        {
            return Port is null ? null : PortRange.Tcp(Port);
        }
        return MappingIn(task)?.HostPort is { } fixedPort && !fixedPort.Is(0) ? PortRange.Tcp(fixedPort) : DynamicPorts;
    }

    private static ServiceTarget Of(ServiceTargetGroupProps target, TaskDefinitionProps task)
    {
        var serving = task.Containers.Where(container => container.Value.PortMappings.Count > 0).Select(container => container.Key).ToList();
        var container = target.Container ?? (serving.Count == 1 ? (Value<string>)serving[0] : null);
        var ports = container.IsLiteral(out var name) && task.Containers.TryGetValue(name, out var props) ? props.PortMappings.Select(mapping => mapping.ContainerPort).OfType<Value<int>>().Distinct().ToList() : [];
        return new(target.TargetGroup, container, target.ContainerPort ?? (ports.Count == 1 ? ports[0] : null));
    }
}
