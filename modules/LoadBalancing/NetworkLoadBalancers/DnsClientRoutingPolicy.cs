using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Which zones' addresses a client that asks the VPC's resolver gets.</summary>
public enum DnsClientRoutingPolicy
{
    /// <summary>Those of its own zone, as long as they are healthy.</summary>
    [JsonStringEnumMemberName("availability_zone_affinity")]
    AvailabilityZoneAffinity,

    /// <summary>Those of its own zone in 85 of 100 answers.</summary>
    [JsonStringEnumMemberName("partial_availability_zone_affinity")]
    PartialAvailabilityZoneAffinity,

    /// <summary>Those of any zone.</summary>
    [JsonStringEnumMemberName("any_availability_zone")]
    AnyAvailabilityZone,
}
