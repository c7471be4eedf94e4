using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Settings of Linux for a container.</summary>
public sealed record LinuxParametersProps
{
    /// <summary>Capabilities that it gets besides Docker's own; on Fargate SYS_PTRACE only.</summary>
    public ValueList<string> AddCapabilities { get; init; } = [];

    /// <summary>Capabilities that it does not get. None unless set.</summary>
    public ValueList<string> DropCapabilities { get; init; } = [];

    /// <summary>Devices of the instance. None unless set; not on Fargate.</summary>
    public IReadOnlyList<DeviceProps> Devices { get; init; } = [];

    /// <summary>Whether an init process forwards signals and reaps processes. It does where ECS Exec is on, unless set.</summary>
    public Value<bool>? InitProcessEnabled { get; init; }

    /// <summary>How much it may swap, in MiB. Not on Fargate.</summary>
    public Value<int>? MaxSwapMiB { get; init; }

    /// <summary>The size of /dev/shm, in MiB. Not on Fargate.</summary>
    public Value<int>? SharedMemorySizeMiB { get; init; }

    /// <summary>How readily it swaps, 0 to 100; needs a swap. Not on Fargate.</summary>
    public Value<int>? Swappiness { get; init; }

    /// <summary>File systems in memory. None unless set.</summary>
    public IReadOnlyList<TmpfsProps> Tmpfs { get; init; } = [];
}
