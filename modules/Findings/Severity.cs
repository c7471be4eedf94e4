using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Findings;

/// <summary>How much breaking a rule about security exposes, in the steps that code scanning shows.</summary>
public enum Severity
{
    /// <summary>A safeguard is missing that others back up.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>Traffic or evidence of it is less protected than it can be.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>The outside can reach or read what it should not.</summary>
    [JsonStringEnumMemberName("high")]
    High,
}
