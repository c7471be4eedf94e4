using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Text;

namespace Orchestrator.Cli.Output;

/// <summary>What a stack is made of, as a tree: kind, name, key facts.</summary>
internal static class StackTree
{
    /// <summary>The tree of a manifest.</summary>
    internal static string Of(ManifestResult manifest)
    {
        var lines = new List<string> { PlainText.Of(manifest.Shown($"stack {manifest.StackName} in {manifest.Props!.Region}")) };
        var shown = manifest.Model.Declarations.Where(declaration => Describe(manifest.Model, declaration) is not null).ToList();
        var tops = shown.Where(IsTop).ToDictionary(declaration => declaration.Path);
        var branches = shown.ToLookup(declaration => IsTop(declaration) ? WholeOf(declaration, tops) : declaration.Parent);
        lines.AddRange(manifest.Props.Overrides.Select(resource => $"├─ override of {PlainText.Of(resource.Key)}: {PlainText.Of(string.Join(", ", resource.Value.Keys))}"));
        AddBranches(manifest, lines, [.. branches[null]], branches, "");
        return string.Join('\n', lines);
    }

    private static void AddBranches(ManifestResult manifest, List<string> lines, IReadOnlyList<Declaration> level, ILookup<Declaration?, Declaration> branches, string indent)
    {
        for (var index = 0; index < level.Count; index++)
        {
            var isLast = index == level.Count - 1;
            lines.Add($"{indent}{(isLast ? "└─ " : "├─ ")}{PlainText.Of(manifest.Shown(Describe(manifest.Model, level[index])!))}");
            AddBranches(manifest, lines, [.. branches[level[index]]], branches, indent + (isLast ? "   " : "│  "));
        }
    }

    private static bool IsTop(Declaration declaration) => declaration.Parent is { Props: ManifestProps };

    /// <summary>What stands for a declaration of the top: the one whose path is above its own; null where it stands for itself.</summary>
    private static Declaration? WholeOf(Declaration part, Dictionary<string, Declaration> tops)
    {
        for (var path = part.Path; path.Length > 0; path = path[..Math.Max(path.LastIndexOf('.'), 0)])
        {
            if (tops.TryGetValue(path, out var whole) && whole != part)
            {
                return whole;
            }
        }
        return null;
    }

    private static string? Describe(Model model, Declaration declaration) => declaration is Declaration<SecurityGroupRuleProps> rule ? DescribeRule(rule) : declaration.Props switch
    {
        SecurityGroupProps => $"security group {declaration.Name}",
        TargetGroupProps group => $"target group {declaration.Name}: {group.TargetType}, {Protocol(group)}",
        ApplicationLoadBalancerProps balancer => $"application load balancer {declaration.Name}: {(balancer.Internal.Is(true) ? "internal" : "internet-facing")}, {Count(balancer.Subnets.Count, "subnet")}",
        ExistingApplicationLoadBalancerProps => $"existing application load balancer {declaration.Name}",
        NetworkLoadBalancerProps balancer => $"network load balancer {declaration.Name}: {(balancer.Internal.Is(true) ? "internal" : "internet-facing")}, {Count(balancer.SubnetMappings.Count, "subnet")}{(balancer.ElasticIps.Is(true) ? ", Elastic IPs" : "")}",
        StaticIpApplicationLoadBalancerProps balancer => $"static addresses {declaration.Name}: {balancer.Mode} → {balancer.ApplicationLoadBalancer}",
        NetworkListenerProps listener => $"listener {declaration.Name}: {listener.Protocol} on {listener.Port} → {Action(new() { Forward = listener.Forward, WeightedForward = listener.WeightedForward })}",
        ExistingApplicationListenerProps => $"existing listener {declaration.Name}",
        ApplicationListenerRuleProps route => $"rule {declaration.Name}: priority {route.Priority ?? RulePriority.Of(model, (Declaration<ApplicationListenerRuleProps>)declaration)}, {Conditions(route.Conditions)} → {Action(route.Action)}",
        TargetProps target => $"target {declaration.Name}: {target.Instance?.ToString() ?? target.Address?.ToString() ?? target.FunctionArn?.ToString() ?? target.LoadBalancer?.ToString()}",
        LogBucketProps => $"log bucket {declaration.Name}",
        TrustStoreProps => $"trust store {declaration.Name}",
        ApplicationListenerProps listener => $"listener {declaration.Name}: {listener.Protocol} on {listener.Port} → {Action(listener.DefaultAction)}",
        CertificateProps certificate => $"certificate {declaration.Name}: {string.Join(", ", certificate.SubjectAlternativeNames.Values.Select(name => name.DomainName).Prepend(certificate.DomainName))}",
        HostedZoneProps zone => $"{(zone.Vpcs.Count > 0 ? "private" : "public")} hosted zone {declaration.Name}: {zone.DomainName}",
        ExistingHostedZoneProps zone => $"existing hosted zone {declaration.Name}: {zone.DomainName}",
        DnsRecordProps record => $"record {declaration.Name}: {record.Type?.ToString() ?? "alias"} {record.Name} → {(record.Alias is null ? string.Join(", ", record.Values) : record.Alias.LoadBalancer?.ToString() ?? $"{record.Alias.DnsName}")}",
        WeightedMigrationProps migration => $"migration {declaration.Name}: {migration.Name}, {migration.NewPercent} % → {Endpoint(migration.New)}, the rest → {Endpoint(migration.Old)}",
        DnsHealthCheckProps check => $"health check {declaration.Name}: {check.Type}",
        InstanceProps instance => $"instance {declaration.Name}: {instance.InstanceType}",
        _ => TaskBranches.Describe(declaration),
    };

    private static string Conditions(RuleConditionsProps conditions)
    {
        var parts = new[] { ("host", conditions.Hosts), ("host like", conditions.HostRegex), ("path", conditions.Paths), ("path like", conditions.PathRegex), ("method", conditions.Methods), ("source", conditions.SourceCidrs) }
            .Where(part => part.Item2.Count > 0)
            .Select(part => $"{part.Item1} {string.Join(" or ", part.Item2)}")
            .Concat(conditions.Headers.Select(header => $"header {header.Key} {string.Join(" or ", header.Value)}"))
            .Concat(conditions.HeaderRegex.Select(header => $"header {header.Key} like {string.Join(" or ", header.Value)}"))
            .Concat(conditions.QueryStrings.Select(query => $"query {string.Join(" or ", query.AnyOf.Select(parameter => parameter.Key is null ? $"{parameter.Value}" : $"{parameter.Key}={parameter.Value}"))}"));
        return string.Join(" and ", parts);
    }

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

    private static string Endpoint(MigrationEndpointProps endpoint) => endpoint.LoadBalancer?.ToString() ?? $"{endpoint.DnsName}";

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

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
