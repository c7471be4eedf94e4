using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of every kind of load balancer.</summary>
internal static class LoadBalancerRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LB001", "A load balancer's name has 1 to 32 letters, digits and hyphens, and no hyphen at either end; no other has the same.", "CreateLoadBalancer rejects it.", "elbv2 CreateLoadBalancerInput.Name")
            .ForAll(CheckNames),
        Rule.Error("LB002", "A load balancer's name does not begin with \"internal-\".", "AWS puts that prefix before the DNS name of internal load balancers and rejects it in a name.", "elbv2 CreateLoadBalancerInput.Name")
            .ForDeclared<ApplicationLoadBalancerProps>(CheckPrefix),
        Rule.Error("LB018", "The listeners of a load balancer have different ports.", "CreateListener fails with DuplicateListener.", "elbv2 CreateListener, DuplicateListenerException")
            .ForDeclared<ApplicationLoadBalancerProps>(CheckPorts),
        Rule.Error("LB019", "A target group is used by one load balancer only.", "CreateListener fails with TargetGroupAssociationLimit.", "Quotas of Application Load Balancers: load balancers per target group 1")
            .ForAll(CheckTargetGroupOwners),
    ];

    private static void CheckNames(Model model, Report report)
    {
        var owners = new Dictionary<string, string>();
        foreach (var balancer in model.Of<ApplicationLoadBalancerProps>())
        {
            if (NameOf(balancer) is not { } name)
            {
                continue;
            }
            var property = balancer.Props.Name is null ? "" : "name";
            var fix = property.Length == 0 ? "set its name, or declare it under another" : "choose another name";
            if (!LoadBalancerName.Constraint.Accepts(name))
            {
                var length = name.Length > LoadBalancerName.Constraint.MaximumLength ? $" with {name.Length} characters" : "";
                report.At(balancer).Add(property, "is not legal as a load balancer's name", Quoted.Of(name) + length, LoadBalancerName.Constraint.Allowed, fix);
            }
            else if (!owners.TryAdd(name, balancer.Path))
            {
                report.At(balancer).Add(property, $"is the name of {owners[name]} too", Quoted.Of(name), "a name of its own", fix);
            }
        }
    }

    /// <summary>The name that AWS gets; null for an expression.</summary>
    private static string? NameOf(Declaration<ApplicationLoadBalancerProps> balancer) =>
        balancer.Props.Name is null ? PhysicalName.Of(balancer.Name) : balancer.Props.Name.IsLiteral(out var name) ? name : null;

    private static void CheckPrefix(Declaration<ApplicationLoadBalancerProps> balancer, Report report)
    {
        if (NameOf(balancer) is { } name && name.StartsWith("internal-", StringComparison.Ordinal))
        {
            report.Add(balancer.Props.Name is null ? "" : "name", "begins with \"internal-\"", Quoted.Of(name), "any other beginning", "leave the prefix out: AWS adds it to the DNS name");
        }
    }

    private static void CheckPorts(Declaration<ApplicationLoadBalancerProps> balancer, Report report)
    {
        var owners = new Dictionary<int, string>();
        foreach (var listener in balancer.Children.OfType<Declaration<ApplicationListenerProps>>())
        {
            if (listener.Props.Port.TryGetLiteral(out var port) && !owners.TryAdd(port, listener.Name))
            {
                report.At(listener).Add("port", $"is the port of listener {owners[port]} too", $"{port}", "a port of its own", "choose another port, or merge the two listeners");
            }
        }
    }

    private static void CheckTargetGroupOwners(Model model, Report report)
    {
        var owners = new Dictionary<ITargetGroup, Declaration?>();
        foreach (var listener in model.Of<ApplicationListenerProps>().Where(listener => listener.Parent is Declaration<ApplicationLoadBalancerProps>))
        {
            foreach (var (property, group) in listener.Props.DefaultAction.Targets())
            {
                if (!owners.TryAdd(group, listener.Parent) && owners[group] != listener.Parent)
                {
                    report.At(listener).Add($"defaultAction.{property}", $"is a target group that load balancer {owners[group]?.Name} uses already", $"{group}", "a target group that no other load balancer uses", "declare a second target group with the same targets");
                }
            }
        }
    }
}
