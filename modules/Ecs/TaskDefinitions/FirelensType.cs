using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The program of a log router.</summary>
public enum FirelensType
{
    /// <summary>Fluent Bit.</summary>
    [JsonStringEnumMemberName("fluentbit")]
    Fluentbit,

    /// <summary>Fluentd.</summary>
    [JsonStringEnumMemberName("fluentd")]
    Fluentd,
}
