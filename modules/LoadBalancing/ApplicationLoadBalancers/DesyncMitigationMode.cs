using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What an Application Load Balancer does with requests that could smuggle another.</summary>
public enum DesyncMitigationMode
{
    /// <summary>Passes all, counts what is suspicious.</summary>
    [JsonStringEnumMemberName("monitor")]
    Monitor,

    /// <summary>Passes what is safe, closes connections after what is ambiguous.</summary>
    [JsonStringEnumMemberName("defensive")]
    Defensive,

    /// <summary>Passes only what complies with RFC 7230.</summary>
    [JsonStringEnumMemberName("strictest")]
    Strictest,
}
