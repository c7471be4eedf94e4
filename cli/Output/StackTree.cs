using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Cli.Output;

/// <summary>What a stack is made of, as a tree: kind, name, key facts.</summary>
internal static class StackTree
{
    /// <summary>The tree of a manifest.</summary>
    internal static string Of(ManifestResult manifest)
    {
        var lines = new List<string> { $"stack {manifest.StackName} in {manifest.Props!.Region}" };
        var top = manifest.Model.Declarations.Where(declaration => declaration.Parent is { Props: ManifestProps } && Describe(declaration) is not null).ToList();
        AddBranches(lines, top, "");
        return string.Join('\n', lines);
    }

    private static void AddBranches(List<string> lines, IReadOnlyList<Declaration> branches, string indent)
    {
        for (var index = 0; index < branches.Count; index++)
        {
            var isLast = index == branches.Count - 1;
            lines.Add($"{indent}{(isLast ? "└─ " : "├─ ")}{Describe(branches[index])}");
            AddBranches(lines, [.. branches[index].Children.Where(child => Describe(child) is not null)], indent + (isLast ? "   " : "│  "));
        }
    }

    private static string? Describe(Declaration declaration) => declaration is Declaration<SecurityGroupRuleProps> rule ? DescribeRule(rule) : declaration.Props switch
    {
        SecurityGroupProps => $"security group {declaration.Name}",
        TargetGroupProps group => $"target group {declaration.Name}: {group.TargetType}, {Protocol(group)}",
        ApplicationLoadBalancerProps balancer => $"application load balancer {declaration.Name}: {(balancer.Internal.Is(true) ? "internal" : "internet-facing")}, {balancer.Subnets.Count} subnets",
        ApplicationListenerProps listener => $"listener {declaration.Name}: {listener.Protocol} on {listener.Port} → {Action(listener.DefaultAction)}",
        _ => null,
    };

    private static string DescribeRule(Declaration<SecurityGroupRuleProps> rule) =>
        $"{(rule.IsIngress() ? "ingress" : "egress")} {rule.Name}: {Ports(rule.Props)} {(rule.IsIngress() ? "from" : "to")} {Peer(rule.Props)}";

    private static string Ports(SecurityGroupRuleProps rule) => rule switch
    {
        { Protocol: var protocol } when protocol.Is(IpProtocol.All) => "everything",
        { Port: { } port } => $"{rule.Protocol} {port}",
        _ => $"{rule.Protocol} {rule.FromPort}-{rule.ToPort}",
    };

    private static string Peer(SecurityGroupRuleProps rule) =>
        rule.Self ? "itself" : $"{rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId}{rule.SecurityGroup}";

    private static string Protocol(TargetGroupProps group) =>
        group.TargetType.Is(TargetType.Lambda) ? "invoked" : $"{group.Protocol?.ToString() ?? "HTTP"} on {group.Port}{(group.ProtocolVersion is { } version ? $" ({version})" : "")}";

    private static string Action(ListenerAction action) => action switch
    {
        { Forward: { } group } => $"{group}",
        { WeightedForward: { } forward } => string.Join(", ", forward.TargetGroups.Select(entry => $"{entry.TargetGroup} ×{entry.Weight}")),
        { Redirect: { } redirect } => $"redirect to {redirect.Protocol}{(redirect.Host is null ? "" : $"://{redirect.Host}")} {redirect.Port}{redirect.Path}".TrimEnd(),
        { FixedResponse: { } response } => $"response {response.StatusCode}",
        _ => "nothing",
    };
}
