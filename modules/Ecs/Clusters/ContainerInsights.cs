using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>What CloudWatch Container Insights measures of a cluster.</summary>
public enum ContainerInsights
{
    /// <summary>The cluster, its services and tasks, and each container.</summary>
    [JsonStringEnumMemberName("enhanced")]
    Enhanced,

    /// <summary>The cluster, its services and task definitions.</summary>
    [JsonStringEnumMemberName("enabled")]
    Enabled,

    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("disabled")]
    Disabled,
}
