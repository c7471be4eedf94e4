using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A limit of the operating system for a container.</summary>
public sealed record UlimitProps
{
    /// <summary>What is limited.</summary>
    public required Value<UlimitName> Name { get; init; }

    /// <summary>The limit that the container starts with; -1 for none.</summary>
    public required Value<int> SoftLimit { get; init; }

    /// <summary>How far the container may raise it; -1 for no limit.</summary>
    public required Value<int> HardLimit { get; init; }
}
