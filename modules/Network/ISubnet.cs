using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>An existing subnet that something is placed in.</summary>
[Reference("network.subnets")]
public interface ISubnet
{
    /// <summary>The subnet's id, <c>subnet-0a1b2c3d4e5f60718</c>.</summary>
    Value<string> Id { get; }

    /// <summary>The name of its Availability Zone, <c>eu-central-1a</c>; null where it is not known.</summary>
    Value<string>? AvailabilityZone { get; }

    /// <summary>Whether its route table has a route to an internet gateway; null where it is not known.</summary>
    Value<bool>? Public { get; }
}
