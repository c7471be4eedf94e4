using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>What holds of security groups.</summary>
internal static class SecurityGroupRules
{
    private const int MostRules = 60;
    private static readonly TextMatching Description = new(@"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]*$", 255, "at most 255 of the ASCII characters a-z A-Z 0-9, space and ._-:/()#,@[]+=&;{}!$*");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SG095", "A group's name has 1 to 255 characters, does not begin with \"sg-\", and no other group of the VPC has the same; a description has at most 255. Both have only the ASCII characters that EC2 accepts.", "CreateSecurityGroup rejects it, a description in Korean or with an umlaut too.", "EC2 CreateSecurityGroupRequest.GroupName, Description")
            .ForAll(CheckTexts)
            .Bounding((SecurityGroupProps group) => group.Description, Description)
            .Bounding((SecurityGroupRuleProps rule) => rule.Description, Description),
        Rule.Warning("SG096", "A security group's name is generated.", "What replaces a group with a fixed name cannot be made beside it, and the old one cannot go while something uses it: the apply hangs.", "provider issues #1671 and #20743")
            .For<SecurityGroupProps>(CheckFixedName),
        Rule.Error("SG097", "The rules of a group differ in protocol, ports or peer.", "AuthorizeSecurityGroupIngress rejects the second with InvalidPermission.Duplicate.", "EC2 AuthorizeSecurityGroupIngress")
            .ForDeclared<SecurityGroupProps>(CheckDuplicates),
        Rule.Warning("SG098", "A group has at most 60 rules in each direction.", "The default quota rejects more; it can be raised.", "VPC quota: inbound or outbound rules per security group")
            .ForDeclared<SecurityGroupProps>(CheckQuota),
        Rule.Warning("SG350", "A prefix list stands in one rule of a group and direction.", "Each rule counts as many rules as the list has entries: CloudFront's counts 55 of the 60 that the default quota allows.", "VPC quota: inbound or outbound rules per security group; VPC guide, AWS-managed prefix list weight")
            .ForDeclared<SecurityGroupProps>(CheckPrefixLists),
    ];

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
        else if (name.Length == 0 || !Description.Accepts(name))
        {
            report.Add(property, "is not legal as a security group's name", Quoted.Of(name), Description.Allowed.Replace("at most", "1 to"), fix);
        }
        else if (given is not null && !owners.TryAdd((name, group.Props.VpcId), group.WrittenAt()))
        {
            report.Add(property, $"is the name of {owners[(name, group.Props.VpcId)]} too", Quoted.Of(name), "a name of its own in the VPC", fix);
        }
    }

    private static void CheckDescription(Value<string>? description, Report report)
    {
        if (description.IsLiteral(out var text) && !Description.Accepts(text))
        {
            var isTooLong = text.Length > Description.MaximumLength;
            var strange = text.EnumerateRunes().Select(rune => rune.ToString()).FirstOrDefault(character => !Description.Accepts(character));
            report.Add("description", isTooLong ? "is too long" : "has characters that EC2 does not accept", isTooLong ? $"{text.Length} characters" : Quoted.Of(text), Description.Allowed, isTooLong ? "shorten it" : strange == "\n" ? "write it on one line" : $"replace {Quoted.Of(strange ?? "")}");
        }
    }

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
            if (props.Peers.Count != 1)
            {
                continue;
            }
            // All types of ICMPv6 can be left out or be -1; the group itself can be named or be called self.
            Value<int>? every = props.Protocol.Is(IpProtocol.Icmpv6) ? -1 : null;
            var isSelf = props.Self || (props.SecurityGroup?.Props is { } peer && ReferenceEquals(peer, group.Props));
            var identity = (rule.IsIngress(), props.Protocol, props.LowestPort ?? every, props.HighestPort ?? every, props.CidrIpv4, props.CidrIpv6, props.PrefixListId, isSelf ? null : props.SecurityGroup?.Id, isSelf);
            if (!seen.TryAdd(identity, rule.Name))
            {
                report.At(rule).Add("", "says the same as another rule", $"the protocol, ports and peer of {seen[identity]}", "each combination once", "remove one of the two");
            }
        }
    }

    private static void CheckPrefixLists(Declaration<SecurityGroupProps> group, Report report)
    {
        var seen = new Dictionary<(bool IsIngress, Value<string> List), string>();
        foreach (var rule in group.Children.OfType<Declaration<SecurityGroupRuleProps>>())
        {
            if (rule.Props.PrefixListId is { } list && !seen.TryAdd((rule.IsIngress(), list), rule.Name))
            {
                report.At(rule).Add("prefixListId", $"is the prefix list of {seen[(rule.IsIngress(), list)]} too, and counts all its entries again", $"{list}", "one rule for a prefix list in each direction", "let one rule have a range of ports, put the second into another group, or have the quota raised");
            }
        }
    }

    private static void CheckQuota(Declaration<SecurityGroupProps> group, Report report)
    {
        foreach (var direction in group.Children.OfType<Declaration<SecurityGroupRuleProps>>().GroupBy(RuleDirection.IsIngress).Where(direction => direction.Count() > MostRules))
        {
            report.Add(direction.Key ? "ingress" : "egress", "has more rules than the default quota", $"{direction.Count()}", $"at most {MostRules}", "merge ports or CIDR blocks, or have the quota raised");
        }
    }
}
