using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>The protocol of an Application Load Balancer's listener.</summary>
public enum ApplicationProtocol
{
    /// <summary>HTTP, in plain text.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>HTTPS; needs a certificate.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,
}
