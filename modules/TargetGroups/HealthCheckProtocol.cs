using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>The protocol of a health check.</summary>
public enum HealthCheckProtocol
{
    /// <summary>A GET request over HTTP.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>A GET request over HTTPS.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,

    /// <summary>Opening a TCP connection; for a Network Load Balancer's target groups.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,
}
