using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The protocol of a container's port.</summary>
public enum TransportProtocol
{
    /// <summary>TCP.</summary>
    [JsonStringEnumMemberName("tcp")]
    Tcp,

    /// <summary>UDP.</summary>
    [JsonStringEnumMemberName("udp")]
    Udp,
}
