namespace Orchestrator.Lambda.Targets;

/// <summary>When a target is said to be in all Availability Zones: AWS demands it for addresses outside the group's VPC, and for those alone.</summary>
internal enum AvailabilityZonePolicy
{
    /// <summary>Where the address is in none of the VPC's networks, as far as these are known.</summary>
    OutsideVpc,

    /// <summary>Always: every address is outside.</summary>
    All,

    /// <summary>Never: every address is inside.</summary>
    None,
}
