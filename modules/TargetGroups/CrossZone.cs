using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>Whether a target group is balanced across Availability Zones.</summary>
public enum CrossZone
{
    /// <summary>Requests go to targets in every enabled zone.</summary>
    [JsonStringEnumMemberName("true")]
    On,

    /// <summary>Requests stay in the zone that they arrived in.</summary>
    [JsonStringEnumMemberName("false")]
    Off,

    /// <summary>As the load balancer is set.</summary>
    [JsonStringEnumMemberName("use_load_balancer_configuration")]
    LoadBalancer,
}
