using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A port that a container serves on, or a range of them.</summary>
public sealed record PortMappingProps
{
    /// <summary>The port in the container, 1 to 65535. This, or <see cref="ContainerPortRange"/>.</summary>
    public Value<int>? ContainerPort { get; init; }

    /// <summary>A range of ports in the container, <c>8000-8010</c>, for one port each on the instance.</summary>
    public Value<string>? ContainerPortRange { get; init; }

    /// <summary>The port of the instance. With bridge a free one from 32768 on, unless set; with awsvpc and host the container's port, and no other.</summary>
    public Value<int>? HostPort { get; init; }

    /// <summary>The protocol. TCP unless set.</summary>
    public Value<TransportProtocol> Protocol { get; init; } = TransportProtocol.Tcp;

    /// <summary>What Service Connect calls the port: at most 64 lower-case letters, digits, hyphens and underscores, once in a task.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The protocol that Service Connect speaks with it; needs a name. Plain TCP unless set.</summary>
    public Value<AppProtocol>? AppProtocol { get; init; }

    /// <summary>Whether a port is, or may be, in the range of ports.</summary>
    internal bool MayHold(int port) => ContainerPortRange is not null
        && (!ContainerPortRange.TryGetLiteral(out var range) || range.Split('-') is not [var first, var last] || !int.TryParse(first, out var low) || !int.TryParse(last, out var high) || (low <= port && port <= high));
}
