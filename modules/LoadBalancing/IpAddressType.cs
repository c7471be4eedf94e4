using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>The address families of a load balancer.</summary>
public enum IpAddressType
{
    /// <summary>IPv4 only.</summary>
    [JsonStringEnumMemberName("ipv4")]
    Ipv4,

    /// <summary>IPv4 and IPv6.</summary>
    [JsonStringEnumMemberName("dualstack")]
    Dualstack,

    /// <summary>IPv6 outside, IPv4 only inside; internet-facing Application Load Balancers.</summary>
    [JsonStringEnumMemberName("dualstack-without-public-ipv4")]
    DualstackWithoutPublicIpv4,
}
