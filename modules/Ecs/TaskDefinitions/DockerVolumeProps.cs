using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A volume that Docker keeps on the instance. Not on Fargate.</summary>
public sealed record DockerVolumeProps
{
    /// <summary>How long it lives. As long as the task, unless set.</summary>
    public Value<DockerVolumeScope> Scope { get; init; } = DockerVolumeScope.Task;

    /// <summary>Whether it is made where it is missing; for a shared one. It is not unless set.</summary>
    public Value<bool>? Autoprovision { get; init; }

    /// <summary>Docker's volume driver. Its local one unless set.</summary>
    public Value<string>? Driver { get; init; }

    /// <summary>The driver's options. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> DriverOptions { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Docker's labels. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Labels { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;
}
