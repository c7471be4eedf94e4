using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A volume in a container's file system.</summary>
public sealed record MountPointProps
{
    /// <summary>The volume, by the name that the task definition gives it.</summary>
    public required Value<string> SourceVolume { get; init; }

    /// <summary>The directory at which the container sees it.</summary>
    public required Value<string> ContainerPath { get; init; }

    /// <summary>Whether the container cannot write to it. It can unless set.</summary>
    public Value<bool> ReadOnly { get; init; } = false;
}
