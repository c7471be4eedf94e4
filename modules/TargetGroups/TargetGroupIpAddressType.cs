using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>The family of the targets' addresses.</summary>
public enum TargetGroupIpAddressType
{
    /// <summary>IPv4 addresses.</summary>
    [JsonStringEnumMemberName("ipv4")]
    Ipv4,

    /// <summary>IPv6 addresses.</summary>
    [JsonStringEnumMemberName("ipv6")]
    Ipv6,
}
