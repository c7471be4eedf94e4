using Orchestrator.Diagram;
using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Diagrams;

/// <summary>ECS services, behind what leads to them.</summary>
internal static class ServiceTraffic
{
    /// <summary>A service behind the target groups that it registers its tasks in.</summary>
    internal static void Draw(Declaration<EcsServiceProps> service, TrafficGraph graph)
    {
        foreach (var registered in service.Props.TargetGroups)
        {
            graph.Connect(TargetTraffic.Draw(registered.TargetGroup, graph), AddNode(service, graph), registered.ContainerPort is { } port ? $"{port}" : null);
        }
    }

    /// <summary>A service behind a listener's rule, or behind a load balancer of its own.</summary>
    internal static void Draw(Declaration service, LoadBalancedServiceProps props, TrafficGraph graph)
    {
        var target = AddNode(service, graph);
        if (props.Rule is { } rule)
        {
            var priority = rule.Priority?.ToString() ?? $"{RulePriority.Of(service.Name)}";
            var node = graph.Add($"{service.Path}.rule", TrafficKind.Rule, [$"{priority}: {service.Name}", .. ApplicationTraffic.Conditions(rule.Conditions)]);
            graph.Connect(ListenerOf(rule.Listener, graph), node);
            graph.Connect(node, target, $"{props.Port}");
        }
        if (props.LoadBalancer is { } balancer)
        {
            var node = graph.Add($"{service.Path}.loadBalancer", TrafficKind.LoadBalancer, service.Name, "ALB", balancer.Certificate is null ? "HTTP 80" : "HTTPS 443");
            var from = balancer.AllowFrom.Count == 0 ? null : string.Join('\n', balancer.AllowFrom);
            if (balancer.Internal.Is(true))
            {
                graph.ConnectFromNetwork(node, from);
            }
            else
            {
                graph.ConnectFromInternet(node, from);
            }
            graph.Connect(node, target, $"{props.Port}");
        }
    }

    private static string AddNode(Declaration service, TrafficGraph graph) => graph.Add(service.Path, TrafficKind.Target, service.Name, "ECS service");

    private static string ListenerOf(IApplicationListener listener, TrafficGraph graph) =>
        graph.Model.Declarations.FirstOrDefault(candidate => ArnOf(candidate) == listener.Arn)?.Path ?? graph.Add($"{listener.Arn}", TrafficKind.Listener, "existing listener");

    private static Value<string>? ArnOf(Declaration declaration) => declaration.Props switch
    {
        ApplicationListenerProps => Expression.Attribute("aws_lb_listener", declaration.LogicalId, "arn"),
        ExistingApplicationListenerProps existing => existing.Arn,
        _ => null,
    };
}
