using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>Such a service on Fargate.</summary>
public sealed record LoadBalancedFargateServiceProps : LoadBalancedServiceProps
{
    /// <summary>CPU units of a task; 1024 are one vCPU. 256 unless set, or what goes with the memory.</summary>
    public Value<int>? Cpu { get; init; }

    /// <summary>The memory of a task, in MiB. The least that goes with the CPU units, unless set.</summary>
    public Value<int>? MemoryMiB { get; init; }

    /// <summary>The processors that the image is built for. X86_64 unless set.</summary>
    public Value<CpuArchitecture> CpuArchitecture { get; init; } = Ecs.TaskDefinitions.CpuArchitecture.X8664;

    /// <summary>FARGATE, FARGATE_SPOT or both. FARGATE unless set.</summary>
    public IReadOnlyList<CapacityProviderStrategyProps> CapacityProviders { get; init; } = [];

    /// <summary>The subnets of the tasks, at most 16.</summary>
    public required IReadOnlyList<ISubnet> Subnets { get; init; }

    /// <summary>The security groups of the tasks. One of their own unless set, which lets in the load balancer alone.</summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>Whether tasks get public addresses. They do not unless set.</summary>
    public Value<bool> AssignPublicIp { get; init; } = false;

    internal override TaskDefinitionProps TaskDefinition => new()
    {
        Region = Region,
        Cpu = Cpu,
        MemoryMiB = MemoryMiB,
        CpuArchitecture = CpuArchitecture,
        Containers = new Dictionary<string, ContainerProps> { [ContainerName] = Container },
        TaskPolicy = TaskPolicy,
        Tags = Tags,
    };

    internal override IReadOnlyList<CapacityProviderStrategyProps> Providers => CapacityProviders;

    internal override IReadOnlyList<ISubnet> TaskSubnets => Subnets;

    internal override IReadOnlyList<ISecurityGroup> TaskSecurityGroups => SecurityGroups;

    internal override Value<bool> HasPublicIp => AssignPublicIp;
}
