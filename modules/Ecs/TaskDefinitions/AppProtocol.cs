using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The protocol that Service Connect speaks with a container's port.</summary>
public enum AppProtocol
{
    /// <summary>HTTP/1.1.</summary>
    [JsonStringEnumMemberName("http")]
    Http,

    /// <summary>HTTP/2.</summary>
    [JsonStringEnumMemberName("http2")]
    Http2,

    /// <summary>gRPC.</summary>
    [JsonStringEnumMemberName("grpc")]
    Grpc,
}
