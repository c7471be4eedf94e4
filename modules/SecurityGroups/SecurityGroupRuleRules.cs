using System.Net.Sockets;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>What holds of the single rules of security groups.</summary>
internal static class SecurityGroupRuleRules
{
    private static readonly HashSet<int> WebPorts = [80, 443];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SG091", "A CIDR block is valid and in canonical form.", "AuthorizeSecurityGroupIngress rejects it, or stores another block, which then shows as a change for ever.", "EC2 IpRange.CidrIp")
            .For<SecurityGroupRuleProps>(CheckCidrBlocks),
        Rule.Error("SG092", "Ports are 0 to 65535, the lower one first; ICMP types and codes are -1 to 255, and all types have all codes; port stands alone.", "AuthorizeSecurityGroupIngress rejects it.", "EC2 IpPermission.FromPort, ToPort")
            .For<SecurityGroupRuleProps>(CheckPorts)
            .Bounding((SecurityGroupRuleProps rule) => rule.Port, new NumberBetween(-1, 65535))
            .Bounding((SecurityGroupRuleProps rule) => rule.FromPort, new NumberBetween(-1, 65535))
            .Bounding((SecurityGroupRuleProps rule) => rule.ToPort, new NumberBetween(-1, 65535)),
        Rule.Error("SG093", "The protocol is tcp, udp, icmp, icmpv6, all or a number of the IANA from 0 to 255; tcp, udp and icmp need ports, all and protocols by other numbers have none.", "AuthorizeSecurityGroupIngress rejects it.", "EC2 IpPermission.IpProtocol")
            .For<SecurityGroupRuleProps>(CheckProtocol),
        Rule.Error("SG094", "A rule has exactly one peer: a CIDR block, a prefix list, a security group, or the group itself.", "Each rule is one resource, and EC2 takes one peer for it.", "aws_vpc_security_group_ingress_rule")
            .For<SecurityGroupRuleProps>(CheckPeer),
        Rule.Warning("SG099", "The whole world may reach only the ports 80 and 443.", "Every other open port is scanned within minutes.", "Security Hub, EC2 controls")
            .Secures(Severity.High, "CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_277", "EC2.13", "EC2.14", "EC2.18", "EC2.19")
            .ForDeclared<SecurityGroupRuleProps>(CheckExposure),
        Rule.Warning("SG226", "Not everything may go out to everywhere.", "What has broken into a target can load its tools and send away what it finds.", "AWS Well-Architected, SEC05-BP02 Control traffic flow within your network layers")
            .Secures(Severity.Low, "CKV_AWS_382")
            .ForDeclared<SecurityGroupRuleProps>(CheckEscape),
    ];

    private static void CheckCidrBlocks(SecurityGroupRuleProps rule, Report report)
    {
        Check("cidrIpv4", rule.CidrIpv4, AddressFamily.InterNetwork, "an IPv4 CIDR block in canonical form", "write it as cidrIpv6");
        Check("cidrIpv6", rule.CidrIpv6, AddressFamily.InterNetworkV6, "an IPv6 CIDR block in canonical form", "write it as cidrIpv4");

        void Check(string property, Value<string>? block, AddressFamily family, string allowed, string otherFamily)
        {
            if (block.IsLiteral(out var text) && CidrBlock.Mistake(text, family, otherFamily, mayBeAddress: true) is var (what, fix))
            {
                report.Add(property, what, Quoted.Of(text), allowed, fix);
            }
        }
    }

    private static void CheckPorts(SecurityGroupRuleProps rule, Report report)
    {
        // SG093 refuses any port for protocols that have none.
        if (rule.Protocol.TryGetLiteral(out var protocol) && protocol.IsWithoutPorts())
        {
            return;
        }
        if (rule.Port is not null && (rule.FromPort is not null || rule.ToPort is not null))
        {
            report.Add("port", "stands beside fromPort or toPort", $"{rule.Port}", "port alone, or fromPort and toPort", "remove port, or the other two");
            return;
        }
        var isIcmp = rule.Protocol.Is(IpProtocol.Icmp) || rule.Protocol.Is(IpProtocol.Icmpv6);
        var (lowest, highest) = isIcmp ? (-1, 255) : (0, 65535);
        foreach (var (property, value) in new[] { ("port", rule.Port), ("fromPort", rule.FromPort), ("toPort", rule.ToPort) })
        {
            if (value.IsLiteral(out var port) && (port < lowest || port > highest))
            {
                report.Add(property, "is out of range", $"{port}", $"{lowest} to {highest}", "use a number that is allowed");
            }
        }
        if (!isIcmp && rule.FromPort.IsLiteral(out var from) && rule.ToPort.IsLiteral(out var to) && from > to)
        {
            report.Add("fromPort", "is above toPort", $"{from} to {to}", "the lower port first", $"write fromPort: {to} and toPort: {from}");
        }
        if (isIcmp && rule.FromPort.IsLiteral(out var type) && type == -1 && rule.ToPort.IsLiteral(out var code) && code != -1)
        {
            report.Add("toPort", "is one ICMP code of all types", $"{code}", "-1 where fromPort is -1", "set toPort to -1, or fromPort to one type");
        }
    }

    private static void CheckProtocol(SecurityGroupRuleProps rule, Report report)
    {
        if (!rule.Protocol.TryGetLiteral(out var protocol))
        {
            return;
        }
        if (protocol.IsWithoutPorts())
        {
            if (protocol != IpProtocol.All && (rule.LowestPort is not null || rule.HighestPort is not null))
            {
                report.Add("", $"has ports, which protocol {Spelling.Of(protocol)} does not have", PortsOf(rule), $"no ports with {Spelling.Of(protocol)}", "remove the ports, or set protocol to tcp or udp");
            }
            else if (rule.LowestPort is not null || rule.HighestPort is not null)
            {
                report.Add("", "has ports, which all protocols together do not have", $"all with {PortsOf(rule)}", "no ports with all", "remove the ports, or set protocol to tcp or udp");
            }
        }
        else if (rule.LowestPort is null && rule.HighestPort is null)
        {
            var isIcmp = protocol == IpProtocol.Icmp;
            if (protocol != IpProtocol.Icmpv6)
            {
                report.Add("", isIcmp ? "has no ICMP type and code" : "has no port", Spelling.Of(protocol), isIcmp ? "fromPort (the type) and toPort (the code), -1 for all" : "port, or fromPort and toPort", isIcmp ? "set both to -1 for every message" : "add the port, or set protocol to all");
            }
        }
        else if (rule.LowestPort is null || rule.HighestPort is null)
        {
            var (given, missing) = rule.LowestPort is null ? ("toPort", "fromPort") : ("fromPort", "toPort");
            report.Add("", $"has {given}, but no {missing}", $"{given} {rule.LowestPort ?? rule.HighestPort}", "both, or port alone", $"add {missing}");
        }
    }

    private static void CheckPeer(SecurityGroupRuleProps rule, Report report)
    {
        var peers = rule.Peers;
        if (peers.Count != 1)
        {
            report.Add("", peers.Count == 0 ? "has no peer" : "has several peers", peers.Count == 0 ? null : string.Join(" and ", peers), "exactly one of cidrIpv4, cidrIpv6, prefixListId, securityGroup, self", peers.Count == 0 ? "add one" : "write a rule for each");
        }
    }

    private static void CheckExposure(Declaration<SecurityGroupRuleProps> rule, Report report)
    {
        var props = rule.Props;
        if (!props.IsWorld() || !rule.IsIngress() || props.Protocol.Is(IpProtocol.Icmp) || props.Protocol.Is(IpProtocol.Icmpv6))
        {
            return;
        }
        var isAll = props.Protocol.TryGetLiteral(out var protocol) && protocol.IsWithoutPorts();
        // SG092 and SG093 have ports that are missing or wrong; an expression's are not known.
        var isKnown = props.LowestPort.IsLiteral(out var from) & props.HighestPort.IsLiteral(out var to) && from >= 0 && to >= from && to <= 65535;
        if (isAll || (isKnown && !(from == to && WebPorts.Contains(from))))
        {
            var ports = props.Protocol.Is(IpProtocol.All) ? "every protocol and port" : isAll ? $"protocol {props.Protocol}" : $"{props.Protocol} {PortsOf(props)}";
            report.Add("", "lets the whole world in", $"{ports} from {props.CidrIpv4 ?? props.CidrIpv6}", "ports 80 and 443 from anywhere, others from named peers", "name who needs it, or suppress SG099 here with a reason");
        }
    }

    private static void CheckEscape(Declaration<SecurityGroupRuleProps> rule, Report report)
    {
        if (!rule.IsIngress() && rule.Props.IsWorld() && rule.Props.Protocol.Is(IpProtocol.All))
        {
            report.Add("", "lets everything out to everywhere", $"every protocol and port to {rule.Props.CidrIpv4 ?? rule.Props.CidrIpv6}", "the ports and peers that are needed", "remove it where wiring opens what targets need, name the ports, or suppress SG226 here with a reason");
        }
    }

    private static string PortsOf(SecurityGroupRuleProps rule) =>
        rule.LowestPort is { } lowest && rule.HighestPort is { } highest && lowest != highest ? $"ports {lowest} to {highest}" : $"port {rule.LowestPort ?? rule.HighestPort}";
}
