using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A volume of a task. Empty and gone with the task, unless one of its properties is set.</summary>
public sealed record VolumeProps
{
    /// <summary>A directory of the instance. Not on Fargate.</summary>
    public Value<string>? HostPath { get; init; }

    /// <summary>A directory of an Amazon EFS file system.</summary>
    public EfsVolumeProps? Efs { get; init; }

    /// <summary>A volume that Docker keeps. Not on Fargate.</summary>
    public DockerVolumeProps? Docker { get; init; }
}
