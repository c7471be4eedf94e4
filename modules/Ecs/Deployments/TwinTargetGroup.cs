using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>The target group that takes turns with another one: beside it, like it, and called as it is.</summary>
internal static class TwinTargetGroup
{
    private static readonly ConditionalWeakTable<TargetGroupProps, TargetGroupProps> Known = [];

    /// <summary>What it declares; the same object each time. Its name comes from what it is, and the service fills it.</summary>
    internal static TargetGroupProps PropsOf(TargetGroupProps first) =>
        Known.GetValue(first, static first => first with { Name = null, Targets = ImmutableDictionary<string, TargetProps>.Empty });

    /// <summary>Its name in Terraform.</summary>
    internal static string NameOf(string first) => $"{first}_alternate";

    /// <summary>The one that a service's target group takes turns with: the one that is named, else the one that is made. Null where neither is known.</summary>
    internal static ITargetGroup? Of(ServiceTargetGroupProps target) =>
        target.AlternateTargetGroup ?? (target.TargetGroup.Props is { } first ? new DeclaredTargetGroup(NameOf($"{target.TargetGroup}"), () => PropsOf(first)) : null);

    /// <summary>Those that are made for a service, with the names of the first ones.</summary>
    internal static IEnumerable<(string First, ITargetGroup Twin)> MadeFor(EcsServiceProps service) =>
        from target in service.ShiftsTraffic ? service.TargetGroups : []
        where target.AlternateTargetGroup is null && target.TargetGroup.Props is not null
        select ($"{target.TargetGroup}", Of(target)!);
}
