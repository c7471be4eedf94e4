using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>Something that forwards to a target group whose traffic ECS moves.</summary>
/// <param name="Place">The listener or the rule.</param>
/// <param name="Property">The property that has the action; empty for a Network Load Balancer's listener, whose action it is itself.</param>
/// <param name="Action">The action.</param>
/// <param name="Arn">What ECS knows it by; null for the default action of an Application Load Balancer's listener.</param>
internal sealed record TrafficMover(Declaration Place, string Property, ListenerAction Action, Value<string>? Arn)
{
    /// <summary>The name that it is referred to by: <c>web.https.shop</c>.</summary>
    internal string Name => string.Join('.', Names(Place).Reverse());

    /// <summary>All that forwards to a target group.</summary>
    internal static IReadOnlyList<TrafficMover> To(ITargetGroup group, Model model) =>
    [
        .. In(model).Where(mover => mover.Action.Targets().Any(target => target.TargetGroup.Arn == group.Arn)),
    ];

    private static IEnumerable<TrafficMover> In(Model model)
    {
        foreach (var placed in PlacedAction.In(model))
        {
            yield return new(placed.Place, placed.Property, placed.Action, placed.Place.Props is ApplicationListenerRuleProps ? (Value<string>)Expression.Attribute("aws_lb_listener_rule", placed.Place.LogicalId, "arn") : null);
        }
        foreach (var listener in model.Of<NetworkListenerProps>())
        {
            yield return new(listener, "", new() { Forward = listener.Props.Forward, WeightedForward = listener.Props.WeightedForward }, Expression.Attribute("aws_lb_listener", listener.LogicalId, "arn"));
        }
    }

    private static IEnumerable<string> Names(Declaration place)
    {
        for (var current = place; current is { Name.Length: > 0 }; current = current.Parent)
        {
            yield return current.Name;
        }
    }
}
