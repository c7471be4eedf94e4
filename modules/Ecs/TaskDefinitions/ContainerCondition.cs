using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What has to be so of a container before another one starts.</summary>
public enum ContainerCondition
{
    /// <summary>It has been started.</summary>
    [JsonStringEnumMemberName("START")]
    Start,

    /// <summary>It has ended, with whatever exit code; not for an essential container.</summary>
    [JsonStringEnumMemberName("COMPLETE")]
    Complete,

    /// <summary>It has ended with exit code 0; not for an essential container.</summary>
    [JsonStringEnumMemberName("SUCCESS")]
    Success,

    /// <summary>Its health check has passed.</summary>
    [JsonStringEnumMemberName("HEALTHY")]
    Healthy,
}
