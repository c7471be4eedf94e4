using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>One end of the connections that the Network Load Balancer's security group lets through.</summary>
/// <param name="Property">Where it is declared.</param>
/// <param name="Name">What its rules are called after.</param>
/// <param name="Rule">The rule without its port.</param>
internal sealed record StaticIpPeer(string Property, string Name, SecurityGroupRuleProps Rule)
{
    /// <summary>Who may connect, as the properties say.</summary>
    internal static IReadOnlyList<StaticIpPeer> Clients(StaticIpApplicationLoadBalancerProps props) =>
        [.. Blocks("allowFrom", props.AllowFrom)
            .Concat(props.AllowFromPrefixLists.Select((list, index) => new StaticIpPeer($"allowFromPrefixLists[{index}]", $"{list}", new() { PrefixListId = list })))
            .Concat(props.AllowFromSecurityGroups.Select((group, index) => new StaticIpPeer($"allowFromSecurityGroups[{index}]", group.Name, new() { SecurityGroup = group })))];

    /// <summary>CIDR blocks of either family.</summary>
    internal static IReadOnlyList<StaticIpPeer> Blocks(string property, ValueList<string> blocks) => [.. blocks.Select((block, index) =>
        new StaticIpPeer($"{property}[{index}]", $"{block}", $"{block}".Contains(':') && block.IsLiteral ? new() { CidrIpv6 = block } : new() { CidrIpv4 = block }))];
}
