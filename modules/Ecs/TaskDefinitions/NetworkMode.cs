using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>How the containers of a task reach the network.</summary>
public enum NetworkMode
{
    /// <summary>Each task has a network interface, addresses and security groups of its own. The only mode on Fargate.</summary>
    [JsonStringEnumMemberName("awsvpc")]
    Awsvpc,

    /// <summary>The containers share Docker's bridge on their instance; ports of theirs become ports of the instance.</summary>
    [JsonStringEnumMemberName("bridge")]
    Bridge,

    /// <summary>The containers use the instance's own network.</summary>
    [JsonStringEnumMemberName("host")]
    Host,

    /// <summary>No network.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
