namespace Orchestrator.Modules.SecurityGroups;

/// <summary>The rules by which what is placed in security groups reaches what it needs to work: it is made after them, and goes before them.</summary>
internal static class EgressRules
{
    /// <summary>The rules' addresses in Terraform. Rules to what the same program makes are left out: that may need what is in the groups.</summary>
    /// <param name="groups">The groups.</param>
    internal static IEnumerable<string> Of(IEnumerable<ISecurityGroup> groups) =>
        from @group in groups
        from rule in @group.Props?.Egress ?? Enumerable.Empty<KeyValuePair<string, SecurityGroupRuleProps>>()
        where (rule.Value.CidrIpv4 ?? rule.Value.CidrIpv6 ?? rule.Value.PrefixListId) is { IsLiteral: true }
        select $"aws_vpc_security_group_egress_rule.{@group.Name}_{rule.Key}";
}
