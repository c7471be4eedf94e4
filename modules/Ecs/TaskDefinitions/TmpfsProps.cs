using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A file system in memory.</summary>
public sealed record TmpfsProps
{
    /// <summary>The directory at which the container sees it.</summary>
    public required Value<string> ContainerPath { get; init; }

    /// <summary>How much it holds at the most, in MiB.</summary>
    public required Value<int> SizeMiB { get; init; }

    /// <summary>Options of mount, <c>noexec</c>. None unless set.</summary>
    public ValueList<string> MountOptions { get; init; } = [];
}
