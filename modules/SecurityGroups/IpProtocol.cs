using System.Text.Json.Serialization;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>The protocol of a security group's rule: one of these, or any other by its number of the IANA, 0 to 255: <c>(IpProtocol)50</c> for ESP. By number it has every port, and takes none.</summary>
[OtherNumbers(0, 255)]
public enum IpProtocol
{
    /// <summary>TCP. Needs ports.</summary>
    [JsonStringEnumMemberName("tcp")]
    Tcp = 6,

    /// <summary>UDP. Needs ports.</summary>
    [JsonStringEnumMemberName("udp")]
    Udp = 17,

    /// <summary>ICMP for IPv4. The ports are the ICMP type and code; -1 for all.</summary>
    [JsonStringEnumMemberName("icmp")]
    Icmp = 1,

    /// <summary>ICMP for IPv6. The ports are the ICMP type and code; -1 for all.</summary>
    [JsonStringEnumMemberName("icmpv6")]
    Icmpv6 = 58,

    /// <summary>Every protocol on every port; EC2's <c>-1</c>. Takes no ports.</summary>
    [JsonStringEnumMemberName("all")]
    All = -1,
}
