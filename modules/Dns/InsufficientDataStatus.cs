using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Dns;

/// <summary>What a health check says while its alarm has too little data.</summary>
public enum InsufficientDataStatus
{
    /// <summary>Healthy.</summary>
    [JsonStringEnumMemberName("Healthy")]
    Healthy,

    /// <summary>Unhealthy.</summary>
    [JsonStringEnumMemberName("Unhealthy")]
    Unhealthy,

    /// <summary>What it said last; healthy in the beginning.</summary>
    [JsonStringEnumMemberName("LastKnownStatus")]
    LastKnownStatus,
}
