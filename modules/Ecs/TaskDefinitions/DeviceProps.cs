using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A device of the instance in a container. Not on Fargate.</summary>
public sealed record DeviceProps
{
    /// <summary>Its path on the instance.</summary>
    public required Value<string> HostPath { get; init; }

    /// <summary>Its path in the container. The same unless set.</summary>
    public Value<string>? ContainerPath { get; init; }

    /// <summary>What the container may do with it: read, write, mknod. All unless set.</summary>
    public ValueList<string> Permissions { get; init; } = [];
}
