using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What holds of the places that a service's tasks get.</summary>
internal static class PlacementRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC128", "A service on Fargate has the scheduling strategy REPLICA, and no placement strategies or constraints.", "CreateService rejects it.", "cfn-lint E3044; ECS CreateServiceRequest.schedulingStrategy")
            .For<EcsServiceProps>(CheckFargate),
        Rule.Error("SVC140", "A service has at most 5 placement strategies and 10 constraints; binpack looks at cpu or memory, spread at a field, random at none, memberOf at an expression; a DAEMON has no strategies.", "CreateService rejects it.", "ECS PlacementStrategy, PlacementConstraint")
            .For<EcsServiceProps>(CheckPlacement),
    ];

    private static void CheckFargate(EcsServiceProps service, Report report)
    {
        if (((ITaskOwner)service).IsFargate() != true)
        {
            return;
        }
        if (service.SchedulingStrategy.Is(SchedulingStrategy.Daemon))
        {
            report.Add("schedulingStrategy", "is not possible on Fargate", "DAEMON", "REPLICA", "remove it, or run the tasks on EC2");
        }
        foreach (var (property, count) in new[] { ("placementStrategies", service.PlacementStrategies.Count), ("placementConstraints", service.PlacementConstraints.Count) })
        {
            if (count > 0)
            {
                report.Add(property, "are not possible on Fargate", $"{count}", "none", "remove them, or run the tasks on EC2");
            }
        }
    }

    private static void CheckPlacement(EcsServiceProps service, Report report)
    {
        if (service.PlacementStrategies.Count > 5)
        {
            report.Add("placementStrategies", "are too many", $"{service.PlacementStrategies.Count}", "at most 5", "remove some");
        }
        if (service.PlacementConstraints.Count > 10)
        {
            report.Add("placementConstraints", "are too many", $"{service.PlacementConstraints.Count}", "at most 10", "remove some");
        }
        if (service.PlacementStrategies.Count > 0 && service.SchedulingStrategy.Is(SchedulingStrategy.Daemon) && ((ITaskOwner)service).IsFargate() == false)
        {
            report.Add("placementStrategies", "are not possible for a DAEMON, which is on every instance", $"{service.PlacementStrategies.Count}", "none", "remove them");
        }
        for (var index = 0; index < service.PlacementStrategies.Count; index++)
        {
            CheckStrategy(service.PlacementStrategies[index], $"placementStrategies[{index}].field", report);
        }
        for (var index = 0; index < service.PlacementConstraints.Count; index++)
        {
            CheckConstraint(service.PlacementConstraints[index], $"placementConstraints[{index}].expression", report);
        }
    }

    private static void CheckStrategy(PlacementStrategyProps strategy, string path, Report report)
    {
        var field = strategy.Field.IsLiteral(out var literal) ? literal : null;
        if (strategy.Type.Is(PlacementStrategyType.Binpack) && (strategy.Field is null || (field is not null && field is not ("cpu" or "memory"))))
        {
            report.Add(path, "is not what instances can be packed by", field is null ? null : Quoted.Of(field), "cpu or memory", "use one of them");
        }
        else if (strategy.Type.Is(PlacementStrategyType.Spread) && strategy.Field is null)
        {
            report.Add(path, "is missing", null, "attribute:ecs.availability-zone, instanceId or another attribute", "say what tasks are spread over");
        }
        else if (strategy.Type.Is(PlacementStrategyType.Random) && strategy.Field is not null)
        {
            report.Add(path, "is not for random", Quoted.Of(strategy.Field.ToString()), "nothing", "remove it");
        }
    }

    private static void CheckConstraint(PlacementConstraintProps constraint, string path, Report report)
    {
        if (constraint.Type.Is(PlacementConstraintType.MemberOf) && constraint.Expression is null)
        {
            report.Add(path, "is missing", null, "an expression of the cluster query language", "say which instances are meant");
        }
        else if (constraint.Type.Is(PlacementConstraintType.DistinctInstance) && constraint.Expression is not null)
        {
            report.Add(path, "is not for distinctInstance", Quoted.Of(constraint.Expression.ToString()), "nothing", "remove it");
        }
    }
}
