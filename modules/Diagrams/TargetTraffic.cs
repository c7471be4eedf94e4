using Orchestrator.Diagram;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Diagrams;

/// <summary>Target groups, and what is in them.</summary>
internal static class TargetTraffic
{
    /// <summary>Draws a target group, once; gives its node's id.</summary>
    internal static string Draw(ITargetGroup group, TrafficGraph graph)
    {
        if (group.Props is not { } props)
        {
            return graph.Add($"{group.Arn}", TrafficKind.TargetGroup, NameIn($"{group.Arn}"), "existing");
        }
        var declaration = graph.Model.Of<TargetGroupProps>().First(candidate => ReferenceEquals(candidate.Props, props));
        graph.Add(declaration.Path, TrafficKind.TargetGroup, declaration.Name, Traffic(props), HealthCheck(props));
        foreach (var target in declaration.Children.OfType<Declaration<TargetProps>>())
        {
            // A group may be drawn for several actions; an edge is drawn once.
            graph.Connect(declaration.Path, Draw(target, graph), target.Props.Port is { } port ? $"{port}" : null);
        }
        return declaration.Path;
    }

    /// <summary>An instance is one node, whichever groups it is in.</summary>
    private static string Draw(Declaration<TargetProps> target, TrafficGraph graph) => target.Props switch
    {
        { LoadBalancer: { } balancer } => graph.Find(balancer),
        { Instance: { } instance } => graph.Add($"{instance.Id}", TrafficKind.Target, $"{instance}", "instance"),
        { FunctionArn: { } function } => graph.Add($"{function}", TrafficKind.Target, $"{function}".Split(':')[^1], "function"),
        _ => graph.Add(target.Path, TrafficKind.Target, target.Name, $"{target.Props.Address}"),
    };

    private static string Traffic(TargetGroupProps group) =>
        group.TargetType.Is(TargetType.Lambda) ? "Lambda function" : $"{group.EffectiveProtocol} {group.Port}, {group.TargetType}";

    private static string? HealthCheck(TargetGroupProps group)
    {
        var port = group.HealthCheck.Port is null || group.HealthCheck.Port.Is("traffic-port") ? "" : $" on {group.HealthCheck.Port}";
        return group.TargetType.Is(TargetType.Lambda) || group.HealthCheck.Enabled?.Is(false) == true ? null
            : (group.HealthCheck.Protocol ?? group.DefaultHealthCheckProtocol).IsLiteral(out var protocol) && protocol == HealthCheckProtocol.Tcp ? $"health: TCP{port}"
            : $"health: {group.HealthCheck.Path?.ToString() ?? "/"}{port}";
    }

    /// <summary>The name in an ARN that ends with <c>targetgroup/NAME/ID</c>; the whole of what is not one.</summary>
    private static string NameIn(string arn) => arn.Split('/') is [.., var name, _] ? name : arn;
}
