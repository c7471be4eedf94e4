using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>A metric that a service's tasks are kept at.</summary>
public enum ServiceMetric
{
    /// <summary>The tasks' average use of CPU, in percent.</summary>
    [JsonStringEnumMemberName("cpu")]
    Cpu,

    /// <summary>The tasks' average use of memory, in percent.</summary>
    [JsonStringEnumMemberName("memory")]
    Memory,

    /// <summary>Requests to a target of a load balancer, per minute.</summary>
    [JsonStringEnumMemberName("requestsPerTarget")]
    RequestsPerTarget,
}
