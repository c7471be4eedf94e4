using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>How many tasks a service has, and where.</summary>
public enum SchedulingStrategy
{
    /// <summary>As many as it is told, spread over the zones.</summary>
    [JsonStringEnumMemberName("REPLICA")]
    Replica,

    /// <summary>One on each instance of the cluster.</summary>
    [JsonStringEnumMemberName("DAEMON")]
    Daemon,
}
