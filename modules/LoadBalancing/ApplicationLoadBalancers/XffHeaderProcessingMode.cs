using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What happens to the X-Forwarded-For header.</summary>
public enum XffHeaderProcessingMode
{
    /// <summary>The client's address is added to it.</summary>
    [JsonStringEnumMemberName("append")]
    Append,

    /// <summary>It is left as it came.</summary>
    [JsonStringEnumMemberName("preserve")]
    Preserve,

    /// <summary>It is removed.</summary>
    [JsonStringEnumMemberName("remove")]
    Remove,
}
