using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>The version of HTTP from an Application Load Balancer to its targets.</summary>
public enum ProtocolVersion
{
    /// <summary>HTTP/1.1.</summary>
    [JsonStringEnumMemberName("HTTP1")]
    Http1,

    /// <summary>HTTP/2. Needs an HTTPS listener.</summary>
    [JsonStringEnumMemberName("HTTP2")]
    Http2,

    /// <summary>gRPC over HTTP/2. Needs an HTTPS listener.</summary>
    [JsonStringEnumMemberName("GRPC")]
    Grpc,
}
