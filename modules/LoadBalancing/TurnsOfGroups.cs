using System.Runtime.CompilerServices;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Which target groups take turns in the deployments of a service. A rule that forwards to the first forwards to both, so that ECS has only their weights to change. A Network Load
/// Balancer's listener keeps one group, as the guide of ECS has it.
/// </summary>
internal sealed class TurnsOfGroups
{
    private static readonly ConditionalWeakTable<MadeConstructs, TurnsOfGroups> Known = [];

    private readonly Dictionary<Value<string>, ITargetGroup> _alternates = [];

    /// <summary>The turns in a stack, and in those that it is wired with.</summary>
    internal static TurnsOfGroups Of(StackModel model) => Known.GetOrCreateValue(model.Made);

    /// <summary>Notes that two groups take turns.</summary>
    internal void Add(ITargetGroup first, ITargetGroup alternate) => _alternates[first.Arn] = alternate;

    /// <summary>An action that forwards to both groups where it would forward to the first of two.</summary>
    internal ListenerAction Both(ListenerAction action) =>
        // A group whose clients stay with a target asks for clients that stay with a group, which would not follow the weights (LSN340).
        action.Forward is { } first && first.Props?.Stickiness?.Enabled.Is(true) != true && _alternates.TryGetValue(first.Arn, out var alternate)
            ? action with { Forward = null, WeightedForward = Between(first, alternate) }
            : action;

    /// <summary>All traffic to the first of two groups.</summary>
    internal static WeightedForwardProps Between(ITargetGroup first, ITargetGroup alternate) =>
        new() { TargetGroups = [new() { TargetGroup = first, Weight = 1 }, new() { TargetGroup = alternate, Weight = 0 }] };
}
