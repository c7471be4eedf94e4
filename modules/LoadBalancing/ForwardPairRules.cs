using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Settings of listeners that do not go with those of the target groups behind them.</summary>
internal static class ForwardPairRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN340", "A forward to several target groups of which one has stickiness has stickiness too.", "CreateListener and CreateRule fail with InvalidConfigurationRequest: you must enable group stickiness on a rule if you enabled target stickiness on one of its target groups.", "elbv2 TargetGroupStickinessConfig; Application Load Balancers guide, sticky sessions")
            .ForAll(CheckStickiness),
        Rule.Error("NLB341", "In front of an Application Load Balancer as a target a listener speaks TCP.", "CreateListener rejects it: TLS listeners are not supported on alb target groups.", "Network Load Balancers, Application Load Balancers as targets")
            .ForAll(CheckTls),
    ];

    private static void CheckStickiness(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model))
        {
            if (placed.Action.WeightedForward is { TargetGroups.Count: > 1, StickinessSeconds: null } forward
                && forward.TargetGroups.FirstOrDefault(target => target.TargetGroup.Props?.Stickiness?.Enabled.Is(true) == true) is { } sticky)
            {
                report.At(placed.Place).Add($"{placed.Property}.weightedForward.stickinessSeconds", "is missing, and a target group behind it has stickiness", $"{sticky.TargetGroup}", "1 to 604800 seconds", "set it, so that a client stays with its group, or remove the group's stickiness");
            }
        }
    }

    private static void CheckTls(Model model, Report report)
    {
        foreach (var listener in model.Of<NetworkListenerProps>())
        {
            if (listener.Props.Protocol.TryGetLiteral(out var protocol) && protocol == NetworkProtocol.Tls && listener.Props.Targets().Select(target => target.TargetGroup).FirstOrDefault(group => group.Props?.TargetType.Is(TargetType.Alb) == true) is { } behind)
            {
                report.At(listener).Add("protocol", "is not possible in front of an Application Load Balancer", $"{Spelling.Of(protocol)} to {behind}", "TCP", "use TCP, and let the Application Load Balancer end TLS");
            }
        }
    }
}
