using System.Text.Json.Serialization;

namespace Orchestrator.Modules.StaticIp;

/// <summary>Which addresses are registered in all Availability Zones, as those outside the target group's VPC must be.</summary>
public enum AvailabilityZonePolicy
{
    /// <summary>Those that are in none of the VPC's networks.</summary>
    [JsonStringEnumMemberName("outside-vpc")]
    OutsideVpc,

    /// <summary>All.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>None.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
