using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;
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
            .ForAll(CheckPrefix),
        Rule.Error("LB018", "The listeners of a load balancer have different ports.", "CreateListener fails with DuplicateListener.", "elbv2 CreateListener, DuplicateListenerException")
            .ForAll(CheckPorts),
        Rule.Error("LB019", "A target group is used by one load balancer only.", "CreateListener fails with TargetGroupAssociationLimit.", "Quotas of Application Load Balancers: load balancers per target group 1")
            .ForAll(CheckTargetGroupOwners),
    ];

    private static void CheckNames(Model model, Report report)
    {
        var owners = new Dictionary<string, string>();
        foreach (var (property, name, balancer) in Names(model))
        {
            var fix = property.Length == 0 ? "set its name, or declare it under another" : "choose another name";
            if (!LoadBalancerName.Constraint.Accepts(name))
            {
                var length = name.Length > LoadBalancerName.Constraint.MaximumLength ? $" with {name.Length} characters" : "";
                report.At(balancer).Add(property, "is not legal as a load balancer's name", Quoted.Of(name) + length, LoadBalancerName.Constraint.Allowed, fix);
            }
            else if (!owners.TryAdd(name, balancer.WrittenAt()))
            {
                report.At(balancer).Add(property, $"is the name of {owners[name]} too", Quoted.Of(name), "a name of its own", fix);
            }
        }
    }

    private static void CheckPrefix(Model model, Report report)
    {
        foreach (var (property, name, balancer) in Names(model))
        {
            if (name.StartsWith("internal-", StringComparison.Ordinal))
            {
                report.At(balancer).Add(property, "begins with \"internal-\"", Quoted.Of(name), "any other beginning", "leave the prefix out: AWS adds it to the DNS name");
            }
        }
    }

    private static IEnumerable<(string Property, string Name, Declaration Owner)> Names(Model model) =>
        ResourceNames.Of(model).Where(name => name.Kind == AwsNames.LoadBalancer).Select(name => (name.Property, name.Text, name.Owner));

    private static void CheckPorts(Model model, Report report)
    {
        foreach (var balancer in model.Declarations.Where(declaration => declaration.Props is ILoadBalancerProps or ExistingApplicationLoadBalancerProps))
        {
            var owners = new Dictionary<int, string>();
            foreach (var listener in balancer.Children)
            {
                if (PortOf(listener.Props).IsLiteral(out var port) && !owners.TryAdd(port, listener.Name))
                {
                    var fix = listener.Props is NetworkListenerProps ? "choose another port, or use TCP_UDP for both protocols on one" : "choose another port, or merge the two listeners";
                    report.At(listener).Add("port", $"is the port of listener {owners[port]} too", $"{port}", "a port of its own", fix);
                }
            }
        }
    }

    private static Value<int>? PortOf(IProps listener) => listener switch
    {
        ApplicationListenerProps application => application.Port,
        NetworkListenerProps network => network.Port,
        _ => null,
    };

    private static void CheckTargetGroupOwners(Model model, Report report)
    {
        var owners = new Dictionary<Value<string>, Declaration>();
        foreach (var (place, property, group, balancer) in Forwards.In(model))
        {
            if (balancer is not null && !owners.TryAdd(group.Arn, balancer) && owners[group.Arn] != balancer)
            {
                report.At(place).Add(property, $"is a target group that load balancer {owners[group.Arn].Name} uses already", $"{group}", "a target group that no other load balancer uses", "declare a second target group with the same targets");
            }
        }
    }
}
