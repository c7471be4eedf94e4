using System.Text.Json.Serialization;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>The protocol of a security group's rule.</summary>
public enum IpProtocol
{
    /// <summary>TCP. Needs ports.</summary>
    [JsonStringEnumMemberName("tcp")]
    Tcp,

    /// <summary>UDP. Needs ports.</summary>
    [JsonStringEnumMemberName("udp")]
    Udp,

    /// <summary>ICMP for IPv4. The ports are the ICMP type and code; -1 for all.</summary>
    [JsonStringEnumMemberName("icmp")]
    Icmp,

    /// <summary>ICMP for IPv6. The ports are the ICMP type and code; -1 for all.</summary>
    [JsonStringEnumMemberName("icmpv6")]
    Icmpv6,

    /// <summary>Every protocol on every port; EC2's <c>-1</c>. Takes no ports.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}
