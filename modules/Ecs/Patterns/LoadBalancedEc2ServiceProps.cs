using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>Such a service on the cluster's own instances, with ports that Docker chooses.</summary>
public sealed record LoadBalancedEc2ServiceProps : LoadBalancedServiceProps
{
    /// <summary>The memory beyond which the container is killed, in MiB.</summary>
    public required Value<int> MemoryMiB { get; init; }

    /// <summary>CPU units that the container is sure to get. Whatever is left, unless set.</summary>
    public Value<int>? Cpu { get; init; }

    /// <summary>The cluster's Auto Scaling groups that it runs on.</summary>
    public required IReadOnlyList<CapacityProviderStrategyProps> CapacityProviders { get; init; }

    /// <summary>The security groups of the instances of an existing cluster. Of a cluster of this app they are known.</summary>
    public IReadOnlyList<ISecurityGroup> InstanceSecurityGroups { get; init; } = [];

    internal override TaskDefinitionProps TaskDefinition => new()
    {
        Region = Region,
        NetworkMode = NetworkMode.Bridge,
        Containers = new Dictionary<string, ContainerProps> { [ContainerName] = Container with { Cpu = Cpu, MemoryMiB = MemoryMiB } },
        TaskPolicy = TaskPolicy,
        Tags = Tags,
    };

    internal override IReadOnlyList<CapacityProviderStrategyProps> Providers => CapacityProviders;

    internal override IReadOnlyList<ISecurityGroup> ExistingInstanceSecurityGroups => InstanceSecurityGroups;
}
