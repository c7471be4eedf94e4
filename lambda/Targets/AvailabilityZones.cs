using System.Net;
using Orchestrator.Lambda.Resolve;

namespace Orchestrator.Lambda.Targets;

/// <summary>Says for each address whether it is registered in all Availability Zones.</summary>
internal sealed record AvailabilityZones(AvailabilityZonePolicy Policy, IReadOnlyList<IPNetwork> VpcNetworks)
{
    private const string All = "all";

    /// <summary>The zone to name; null where AWS finds it out.</summary>
    internal string? For(IPAddress address) => Policy switch
    {
        AvailabilityZonePolicy.All => All,
        AvailabilityZonePolicy.OutsideVpc when VpcNetworks.Count > 0 && !AddressFilter.Contains(VpcNetworks, address) => All,
        _ => null,
    };
}
