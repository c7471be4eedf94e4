using Orchestrator.Diagram;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Diagrams;

/// <summary>A picture in the making. A declaration's path is its node's id.</summary>
internal sealed class TrafficGraph(Model model)
{
    private const string Internet = "internet";
    private const string Network = "network";

    private readonly OrderedDictionary<string, TrafficNode> _nodes = [];
    private readonly List<TrafficEdge> _edges = [];
    private readonly Dictionary<Value<string>, string> _loadBalancers = model.Declarations
        .Where(declaration => declaration.Props is ILoadBalancerProps or ExistingApplicationLoadBalancerProps)
        .DistinctBy(ArnOf)
        .ToDictionary(ArnOf, declaration => declaration.Path);

    private readonly ILookup<Declaration?, Declaration<ApplicationListenerRuleProps>> _rules = RulesIn(model);

    private readonly Dictionary<Value<string>, ITargetGroup> _alternates = AlternatesIn(model);

    internal Model Model => model;

    /// <summary>The target group that takes turns with another one in deployments; null where none does.</summary>
    internal ITargetGroup? AlternateOf(ITargetGroup first) => _alternates.GetValueOrDefault(first.Arn);

    /// <summary>Whether a target group takes turns with another one, and is not the first of the two.</summary>
    internal bool IsAlternate(ITargetGroup group) => _alternates.Values.Any(alternate => alternate.Arn == group.Arn);

    /// <summary>Adds a node, unless there is one with this id; gives the id.</summary>
    internal string Add(string id, TrafficKind kind, params ReadOnlySpan<string?> lines)
    {
        var label = string.Join('\n', lines.ToArray().Where(line => !string.IsNullOrEmpty(line)));
        _nodes.TryAdd(id, new TrafficNode(id, label, kind));
        return id;
    }

    /// <summary>Traffic goes from one node to another.</summary>
    internal void Connect(string from, string to, string? label = null) => _edges.Add(new TrafficEdge(from, to, label));

    /// <summary>Traffic comes from the Internet.</summary>
    internal void ConnectFromInternet(string to, string? label = null) => Connect(Add(Internet, TrafficKind.Internet, "Internet"), to, label);

    /// <summary>The id of a load balancer's node; one that is not declared gets a node here.</summary>
    internal string Find(ILoadBalancer balancer) =>
        _loadBalancers.TryGetValue(balancer.Arn, out var path) ? path : Add($"{balancer.Arn}", TrafficKind.LoadBalancer, $"{balancer}", "existing");

    /// <summary>The rules of a listener, those that are declared elsewhere too.</summary>
    internal IEnumerable<Declaration<ApplicationListenerRuleProps>> RulesOf(Declaration listener) => _rules[listener];

    /// <summary>Whether anything leads to a node.</summary>
    internal bool IsReached(string id) => _edges.Exists(edge => edge.To == id);

    /// <summary>Traffic comes from inside the VPC.</summary>
    internal void ConnectFromNetwork(string to, string? label = null) => Connect(Add(Network, TrafficKind.Internet, "inside the VPC"), to, label);

    private static Dictionary<Value<string>, ITargetGroup> AlternatesIn(Model model)
    {
        var alternates = new Dictionary<Value<string>, ITargetGroup>();
        foreach (var target in model.Of<EcsServiceProps>().Where(service => service.Props.ShiftsTraffic).SelectMany(service => service.Props.TargetGroups))
        {
            if (TwinTargetGroup.Of(target) is { } alternate)
            {
                alternates.TryAdd(target.TargetGroup.Arn, alternate);
            }
        }
        return alternates;
    }

    private static ILookup<Declaration?, Declaration<ApplicationListenerRuleProps>> RulesIn(Model model)
    {
        var listeners = new ListenersByArn(model);
        return model.Of<ApplicationListenerRuleProps>().ToLookup(listeners.Of);
    }

    private static Value<string> ArnOf(Declaration balancer) =>
        balancer.Props is ExistingApplicationLoadBalancerProps existing ? existing.Arn : Expression.Attribute("aws_lb", balancer.LogicalId, "arn");

    /// <summary>The picture: where traffic comes from first, then the nodes as they were added.</summary>
    internal TrafficDiagram Draw() => new([.. _nodes.Values.OrderBy(node => node.Kind != TrafficKind.Internet)], _edges);
}
