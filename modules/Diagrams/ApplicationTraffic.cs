using Orchestrator.Diagram;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;

namespace Orchestrator.Modules.Diagrams;

/// <summary>What passes an Application Load Balancer: its listeners, their rules and actions, and what is behind.</summary>
internal static class ApplicationTraffic
{
    internal static void Draw(Declaration<ApplicationLoadBalancerProps> balancer, TrafficGraph graph)
    {
        LoadBalancerTraffic.Draw(balancer, balancer.Props, "ALB", graph);
        // Clients come by name where it has one.
        if (balancer.Props.Internal.Is(false) && !graph.IsReached(balancer.Path))
        {
            graph.ConnectFromInternet(balancer.Path, Peers.Of(balancer.Props.SecurityGroups));
        }
        DrawListeners(balancer, graph);
    }

    internal static void DrawExisting(Declaration<ExistingApplicationLoadBalancerProps> balancer, TrafficGraph graph)
    {
        graph.Add(balancer.Path, TrafficKind.LoadBalancer, balancer.Name, "existing ALB");
        DrawListeners(balancer, graph);
    }

    /// <summary>Which requests a rule is for, a line for each condition.</summary>
    internal static IEnumerable<string> Conditions(RuleConditionsProps conditions)
    {
        foreach (var (kind, values) in new[] { ("host", conditions.Hosts), ("path", conditions.Paths), ("method", conditions.Methods), ("from", conditions.SourceCidrs) }.Where(condition => condition.Item2.Count > 0))
        {
            yield return $"{kind} {string.Join(" or ", values)}";
        }
        foreach (var (field, values) in conditions.Headers)
        {
            yield return $"{field}: {string.Join(" or ", values)}";
        }
        foreach (var query in conditions.QueryStrings)
        {
            yield return $"?{string.Join(" or ", query.AnyOf.Select(parameter => parameter.Key is null ? $"{parameter.Value}" : $"{parameter.Key}={parameter.Value}"))}";
        }
    }

    private static void DrawListeners(Declaration balancer, TrafficGraph graph)
    {
        foreach (var listener in balancer.Children)
        {
            if (listener is Declaration<ApplicationListenerProps> made)
            {
                graph.Connect(balancer.Path, graph.Add(listener.Path, TrafficKind.Listener, $"{made.Props.Protocol} {made.Props.Port}"));
                DrawRules(listener, graph);
                ActionTraffic.Draw(listener, listener.Path, made.Props.DefaultAction, graph.RulesOf(listener).Any() ? "otherwise" : null, graph);
            }
            else if (listener is Declaration<ExistingApplicationListenerProps> existing)
            {
                graph.Connect(balancer.Path, graph.Add(listener.Path, TrafficKind.Listener, listener.Name, $"existing {existing.Props.Protocol}".TrimEnd()));
                DrawRules(listener, graph);
            }
        }
    }

    /// <summary>In the order in which the load balancer tries them.</summary>
    private static void DrawRules(Declaration listener, TrafficGraph graph)
    {
        foreach (var rule in graph.RulesOf(listener).OrderBy(rule => Priority(graph, rule)))
        {
            graph.Connect(listener.Path, graph.Add(rule.Path, TrafficKind.Rule, [$"{rule.Props.Priority?.ToString() ?? $"{Priority(graph, rule)}"}: {rule.Name}", .. Conditions(rule.Props.Conditions)]));
            ActionTraffic.Draw(listener, rule.Path, rule.Props.Action, null, graph);
        }
    }

    private static int Priority(TrafficGraph graph, Declaration<ApplicationListenerRuleProps> rule) =>
        rule.Props.Priority is { } given && given.TryGetLiteral(out var priority) ? priority : RulePriority.Of(graph.Model, rule);
}
