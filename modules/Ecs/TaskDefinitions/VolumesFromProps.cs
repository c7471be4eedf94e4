using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The volumes of another container of the task.</summary>
public sealed record VolumesFromProps
{
    /// <summary>The container.</summary>
    public required Value<string> SourceContainer { get; init; }

    /// <summary>Whether this container cannot write to them. It can unless set.</summary>
    public Value<bool> ReadOnly { get; init; } = false;
}
