using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Dns;

/// <summary>Which of two records answers.</summary>
public enum FailoverRole
{
    /// <summary>The one that answers for as long as it is healthy.</summary>
    [JsonStringEnumMemberName("PRIMARY")]
    Primary,

    /// <summary>The one that answers where the primary one is not healthy.</summary>
    [JsonStringEnumMemberName("SECONDARY")]
    Secondary,
}
