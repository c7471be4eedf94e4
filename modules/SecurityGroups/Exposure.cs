using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>What of a security group the whole world can reach.</summary>
internal static class Exposure
{
    /// <summary>Whether a rule's peers are everybody, by IPv4 or IPv6.</summary>
    internal static bool IsWorld(this SecurityGroupRuleProps rule) => rule.CidrIpv4?.Is("0.0.0.0/0") == true || rule.CidrIpv6?.Is("::/0") == true;

    /// <summary>Whether a rule for a protocol has every port and names none: all protocols together, and those that EC2 knows by number only.</summary>
    internal static bool IsWithoutPorts(this IpProtocol protocol) => protocol is not (IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Icmp or IpProtocol.Icmpv6);

    /// <summary>Whether everybody may connect to a TCP port; false where only an expression tells.</summary>
    internal static bool AdmitsWorld(this SecurityGroupProps group, int port) =>
        group.Ingress.Values.Any(rule => rule.IsWorld() && (rule.Protocol.Is(IpProtocol.All) || (rule.Protocol.Is(IpProtocol.Tcp) && Covers(rule, port))));

    private static bool Covers(SecurityGroupRuleProps rule, int port) =>
        rule.LowestPort.IsLiteral(out var lowest) && rule.HighestPort.IsLiteral(out var highest) && lowest <= port && port <= highest;
}
