using System.Net.Sockets;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>What holds of security groups and their rules.</summary>
internal static class SecurityGroupRules
{
    private const int MostRules = 60;
    private static readonly TextMatching Description = new(@"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]*$", 255, "at most 255 of the ASCII characters a-z A-Z 0-9, space and ._-:/()#,@[]+=&;{}!$*");
    private static readonly HashSet<int> WebPorts = [80, 443];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SG091", "A CIDR block is valid and in canonical form.", "AuthorizeSecurityGroupIngress rejects it, or stores another block, which then shows as a change for ever.", "EC2 IpRange.CidrIp")
            .For<SecurityGroupRuleProps>(CheckCidrBlocks),
        Rule.Error("SG092", "Ports are 0 to 65535, the lower one first; ICMP types and codes are -1 to 255, and all types have all codes; port stands alone.", "AuthorizeSecurityGroupIngress rejects it.", "EC2 IpPermission.FromPort, ToPort")
            .For<SecurityGroupRuleProps>(CheckPorts),
        Rule.Error("SG093", "The protocol is tcp, udp, icmp, icmpv6 or all; tcp, udp and icmp need ports, all has none.", "AuthorizeSecurityGroupIngress rejects it.", "EC2 IpPermission.IpProtocol")
            .For<SecurityGroupRuleProps>(CheckProtocol),
        Rule.Error("SG094", "A rule has exactly one peer: a CIDR block, a prefix list, a security group, or the group itself.", "Each rule is one resource, and EC2 takes one peer for it.", "aws_vpc_security_group_ingress_rule")
            .For<SecurityGroupRuleProps>(CheckPeer),
        Rule.Error("SG095", "A group's name has 1 to 255 characters, does not begin with \"sg-\", and no other group of the VPC has the same; a description has at most 255. Both have only the ASCII characters that EC2 accepts.", "CreateSecurityGroup rejects it, a description in Korean or with an umlaut too.", "EC2 CreateSecurityGroupRequest.GroupName, Description")
            .ForAll(CheckTexts),
        Rule.Warning("SG096", "A security group's name is generated.", "What replaces a group with a fixed name cannot be made beside it, and the old one cannot go while something uses it: the apply hangs.", "provider issues #1671 and #20743")
            .For<SecurityGroupProps>(CheckFixedName),
        Rule.Error("SG097", "The rules of a group differ in protocol, ports or peer.", "AuthorizeSecurityGroupIngress rejects the second with InvalidPermission.Duplicate.", "EC2 AuthorizeSecurityGroupIngress")
            .ForDeclared<SecurityGroupProps>(CheckDuplicates),
        Rule.Warning("SG098", "A group has at most 60 rules in each direction.", "The default quota rejects more; it can be raised.", "VPC quota: inbound or outbound rules per security group")
            .ForDeclared<SecurityGroupProps>(CheckQuota),
        Rule.Warning("SG099", "The whole world may reach only the ports 80 and 443.", "Every other open port is scanned within minutes.", "CKV_AWS_24, CKV_AWS_25, CKV_AWS_277; FSBP EC2.13, EC2.14, EC2.18, EC2.19")
            .ForDeclared<SecurityGroupRuleProps>(CheckExposure),
    ];

    private static bool IsIngress(Declaration rule) => rule.Path.EndsWith($".ingress.{rule.Name}", StringComparison.Ordinal);

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
        // SG093 refuses any port for all protocols together.
        if (rule.Protocol.Is(IpProtocol.All))
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
        if (protocol == IpProtocol.All)
        {
            if (rule.LowestPort is not null || rule.HighestPort is not null)
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

    private static string PortsOf(SecurityGroupRuleProps rule) =>
        rule.LowestPort is { } lowest && rule.HighestPort is { } highest && lowest != highest ? $"ports {lowest} to {highest}" : $"port {rule.LowestPort ?? rule.HighestPort}";

    private static List<string> PeersOf(SecurityGroupRuleProps rule) =>
        [.. new[] { ("cidrIpv4", rule.CidrIpv4 is not null), ("cidrIpv6", rule.CidrIpv6 is not null), ("prefixListId", rule.PrefixListId is not null), ("securityGroup", rule.SecurityGroup is not null), ("self", rule.Self) }
            .Where(peer => peer.Item2)
            .Select(peer => peer.Item1)];

    private static void CheckPeer(SecurityGroupRuleProps rule, Report report)
    {
        var peers = PeersOf(rule);
        if (peers.Count != 1)
        {
            report.Add("", peers.Count == 0 ? "has no peer" : "has several peers", peers.Count == 0 ? null : string.Join(" and ", peers), "exactly one of cidrIpv4, cidrIpv6, prefixListId, securityGroup, self", peers.Count == 0 ? "add one" : "write a rule for each");
        }
    }

    private static void CheckTexts(Model model, Report report)
    {
        var owners = new Dictionary<(string Name, Value<string> VpcId), string>();
        foreach (var group in model.Of<SecurityGroupProps>())
        {
            CheckName(group, owners, report.At(group));
            CheckDescription(group.Props.Description, report.At(group));
            if (group.Props.Description.Is(""))
            {
                report.At(group).Add("description", "is empty", "\"\"", "1 to 255 characters", "say what the group is for, or remove it");
            }
        }
        foreach (var rule in model.Of<SecurityGroupRuleProps>())
        {
            CheckDescription(rule.Props.Description, report.At(rule));
        }
    }

    private static void CheckName(Declaration<SecurityGroupProps> group, Dictionary<(string Name, Value<string> VpcId), string> owners, Report report)
    {
        var given = group.Props.Name;
        if ((given is null ? PhysicalName.Of(group.Name) : given.IsLiteral(out var literal) ? literal : null) is not { } name)
        {
            return;
        }
        var property = given is null ? "" : "name";
        var fix = given is null ? "declare it under another name" : "choose another name, or remove it to get a generated one";
        if (name.StartsWith("sg-", StringComparison.Ordinal))
        {
            report.Add(property, "begins with \"sg-\", as ids do", Quoted.Of(name), "a name with another beginning", fix);
        }
        else if (name.Length == 0 || !Accepts(name))
        {
            report.Add(property, "is not legal as a security group's name", Quoted.Of(name), Description.Allowed.Replace("at most", "1 to"), fix);
        }
        else if (given is not null && !owners.TryAdd((name, group.Props.VpcId), group.Path))
        {
            report.Add(property, $"is the name of {owners[(name, group.Props.VpcId)]} too", Quoted.Of(name), "a name of its own in the VPC", fix);
        }
    }

    private static void CheckDescription(Value<string>? description, Report report)
    {
        if (description.IsLiteral(out var text) && !Accepts(text))
        {
            var isTooLong = text.Length > Description.MaximumLength;
            var strange = text.EnumerateRunes().Select(rune => rune.ToString()).FirstOrDefault(character => !Accepts(character));
            report.Add("description", isTooLong ? "is too long" : "has characters that EC2 does not accept", isTooLong ? $"{text.Length} characters" : Quoted.Of(text), Description.Allowed, isTooLong ? "shorten it" : strange == "\n" ? "write it on one line" : $"replace {Quoted.Of(strange ?? "")}");
        }
    }

    /// <summary>A pattern's end is also before a line break at the end, which EC2 does not accept.</summary>
    private static bool Accepts(string text) => Description.Accepts(text) && !text.EndsWith('\n');

    private static void CheckFixedName(SecurityGroupProps group, Report report)
    {
        if (group.Name is not null)
        {
            report.Add("name", "is fixed", Quoted.Of(group.Name.ToString()), "no name", "remove it, and get a name that begins with the group's own");
        }
    }

    private static void CheckDuplicates(Declaration<SecurityGroupProps> group, Report report)
    {
        var seen = new Dictionary<object, string>();
        foreach (var rule in group.Children.OfType<Declaration<SecurityGroupRuleProps>>())
        {
            var props = rule.Props;
            if (PeersOf(props).Count != 1)
            {
                continue;
            }
            // All types of ICMPv6 can be left out or be -1; the group itself can be named or be called self.
            Value<int>? every = props.Protocol.Is(IpProtocol.Icmpv6) ? -1 : null;
            var isSelf = props.Self || (props.SecurityGroup?.Props is { } peer && ReferenceEquals(peer, group.Props));
            var identity = (IsIngress(rule), props.Protocol, props.LowestPort ?? every, props.HighestPort ?? every, props.CidrIpv4, props.CidrIpv6, props.PrefixListId, isSelf ? null : props.SecurityGroup?.Id, isSelf);
            if (!seen.TryAdd(identity, rule.Name))
            {
                report.At(rule).Add("", "says the same as another rule", $"the protocol, ports and peer of {seen[identity]}", "each combination once", "remove one of the two");
            }
        }
    }

    private static void CheckQuota(Declaration<SecurityGroupProps> group, Report report)
    {
        foreach (var direction in group.Children.OfType<Declaration<SecurityGroupRuleProps>>().GroupBy(IsIngress).Where(direction => direction.Count() > MostRules))
        {
            report.Add(direction.Key ? "ingress" : "egress", "has more rules than the default quota", $"{direction.Count()}", $"at most {MostRules}", "merge ports or CIDR blocks, or have the quota raised");
        }
    }

    private static void CheckExposure(Declaration<SecurityGroupRuleProps> rule, Report report)
    {
        var props = rule.Props;
        var isWorld = props.CidrIpv4?.Is("0.0.0.0/0") == true || props.CidrIpv6?.Is("::/0") == true;
        if (!isWorld || !IsIngress(rule) || props.Protocol.Is(IpProtocol.Icmp) || props.Protocol.Is(IpProtocol.Icmpv6))
        {
            return;
        }
        var isAll = props.Protocol.Is(IpProtocol.All);
        // SG092 and SG093 have ports that are missing or wrong; an expression's are not known.
        var isKnown = props.LowestPort.IsLiteral(out var from) & props.HighestPort.IsLiteral(out var to) && from >= 0 && to >= from && to <= 65535;
        if (isAll || (isKnown && !(from == to && WebPorts.Contains(from))))
        {
            var ports = isAll ? "every protocol and port" : $"{props.Protocol} {PortsOf(props)}";
            report.Add("", "lets the whole world in", $"{ports} from {props.CidrIpv4 ?? props.CidrIpv6}", "ports 80 and 443 from anywhere, others from named peers", "name who needs it, or suppress SG099 here with a reason");
        }
    }
}
