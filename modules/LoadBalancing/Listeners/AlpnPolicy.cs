using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What a TLS listener answers to a client that offers application protocols.</summary>
public enum AlpnPolicy
{
    /// <summary>HTTP/1.1 and HTTP/1.0 only.</summary>
    [JsonStringEnumMemberName("HTTP1Only")]
    Http1Only,

    /// <summary>HTTP/2 only.</summary>
    [JsonStringEnumMemberName("HTTP2Only")]
    Http2Only,

    /// <summary>HTTP/1.1 where both can, else HTTP/2.</summary>
    [JsonStringEnumMemberName("HTTP2Optional")]
    Http2Optional,

    /// <summary>HTTP/2 where both can, else HTTP/1.1.</summary>
    [JsonStringEnumMemberName("HTTP2Preferred")]
    Http2Preferred,

    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("None")]
    None,
}
