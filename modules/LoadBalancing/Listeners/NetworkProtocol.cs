using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>The protocol of a Network Load Balancer's listener.</summary>
public enum NetworkProtocol
{
    /// <summary>TCP, passed on as it is.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>TLS, ended at the load balancer.</summary>
    [JsonStringEnumMemberName("TLS")]
    Tls,

    /// <summary>UDP.</summary>
    [JsonStringEnumMemberName("UDP")]
    Udp,

    /// <summary>TCP and UDP on one port.</summary>
    [JsonStringEnumMemberName("TCP_UDP")]
    TcpUdp,
}
