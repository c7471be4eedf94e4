using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>The protocol from the load balancer to its targets.</summary>
public enum TargetGroupProtocol
{
    /// <summary>HTTP, for an Application Load Balancer.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>HTTPS, for an Application Load Balancer; the targets' certificate is not verified.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,

    /// <summary>TCP, for a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>TLS, for a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("TLS")]
    Tls,

    /// <summary>UDP, for a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("UDP")]
    Udp,

    /// <summary>TCP and UDP on one port, for a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("TCP_UDP")]
    TcpUdp,
}
