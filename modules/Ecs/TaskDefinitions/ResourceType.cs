using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A kind of resource that a container needs besides CPU and memory.</summary>
public enum ResourceType
{
    /// <summary>GPUs, for the container alone.</summary>
    [JsonStringEnumMemberName("GPU")]
    Gpu,

    /// <summary>An Elastic Inference accelerator.</summary>
    InferenceAccelerator,
}
