using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A resource that a container needs besides CPU and memory.</summary>
public sealed record ResourceRequirementProps
{
    /// <summary>Its kind.</summary>
    public required Value<ResourceType> Type { get; init; }

    /// <summary>How many GPUs, or the accelerator's name.</summary>
    public required Value<string> Value { get; init; }
}
