using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The processors that a task's images are built for.</summary>
public enum CpuArchitecture
{
    /// <summary>Intel and AMD, 64 bits.</summary>
    [JsonStringEnumMemberName("X86_64")]
    X8664,

    /// <summary>AWS Graviton.</summary>
    [JsonStringEnumMemberName("ARM64")]
    Arm64,
}
