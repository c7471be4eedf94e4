using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What holds of the way in which a service replaces its tasks.</summary>
internal static class DeploymentRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC133", "In a deployment the least share of tasks is below the largest, so that one can be replaced; a DAEMON's largest is 100.", "CreateService rejects it, or no deployment ever ends.", "ECS DeploymentConfiguration; CDK base-service")
            .For<EcsServiceProps>(CheckPercentages)
            .Bounding<EcsServiceProps>("minimumHealthyPercent", new NumberBetween(0, 100, "percent"))
            .Bounding<EcsServiceProps>("maximumPercent", new NumberBetween(1, 1_000_000, "percent")),
        Rule.Error("SVC134", "Alarms are for ECS's own deployments; with CODE_DEPLOY a service has one target group, the first of the two that CodeDeploy changes between; with EXTERNAL it has none, since its task sets have them.", "CreateService rejects it.", "ECS CreateServiceRequest.loadBalancers; ECS guide, registering multiple target groups with a service; provider issue #27291")
            .For<EcsServiceProps>(CheckController),
        Rule.Error("SVC136", "Tasks are moved between zones where there can be more than usual for a while, where they are spread over the zones first, where no placement constraint chooses between zones, and not for a DAEMON.", "CreateService rejects it.", "ECS CreateServiceRequest.availabilityZoneRebalancing; ECS guide, balancing a service across Availability Zones; CDK base-service")
            .For<EcsServiceProps>(CheckRebalancing),
        Rule.Warning("SVC139", "Two target groups for one port of a container are for two load balancers.", "Behind one load balancer both get all tasks: what is forwarded to either reaches the same.", "ECS CreateServiceRequest.loadBalancers")
            .ForAll(CheckTwins),
    ];

    private static void CheckPercentages(EcsServiceProps service, Report report)
    {
        Check("minimumHealthyPercent", service.MinimumHealthyPercent, 0, 100);
        Check("maximumPercent", service.MaximumPercent, 1, 1_000_000);
        var isDaemon = service.SchedulingStrategy.Is(SchedulingStrategy.Daemon);
        if (!service.EffectiveMinimumHealthyPercent.TryGetLiteral(out var minimum) || !service.EffectiveMaximumPercent.TryGetLiteral(out var maximum))
        {
            return;
        }
        if (isDaemon && maximum != 100 && maximum >= 1)
        {
            report.Add("maximumPercent", "is not possible for a DAEMON", $"{maximum}", "100", "remove it");
        }
        else if (minimum >= maximum && minimum <= 100 && maximum >= 1)
        {
            report.Add("maximumPercent", "leaves no room to replace a task", $"{maximum} with minimumHealthyPercent {minimum}", $"{minimum + 1} or more", "raise it, or lower minimumHealthyPercent");
        }

        void Check(string property, Value<int>? value, int least, int most)
        {
            if (value.IsLiteral(out var number) && (number < least || number > most))
            {
                report.Add(property, "is out of range", $"{number}", $"{least} to {most} percent", "use a value that is allowed");
            }
        }
    }

    private static void CheckController(EcsServiceProps service, Report report)
    {
        if (service.Alarms is not null && service.DeploymentController.TryGetLiteral(out var controller) && controller != DeploymentController.Ecs)
        {
            report.Add("alarms", $"are not possible with {Spelling.Of(controller)}", Spelling.Of(controller), "deploymentController ECS", "remove them, or leave deployments to ECS");
        }
        if (service.DeploymentController.Is(DeploymentController.CodeDeploy) && service.TargetGroups.Count != 1)
        {
            var isNone = service.TargetGroups.Count == 0;
            report.Add("targetGroups", $"are too {(isNone ? "few" : "many")} for CODE_DEPLOY", $"{service.TargetGroups.Count}", "one: the first of the two that CodeDeploy changes between", isNone ? "name it" : "keep the first; the deployment group of CodeDeploy names both");
        }
        if (service.DeploymentController.Is(DeploymentController.External) && service.TargetGroups.Count > 0)
        {
            report.Add("targetGroups", "are not possible with EXTERNAL", $"{service.TargetGroups.Count}", "none", "remove them: each task set names its own");
        }
    }

    private static void CheckRebalancing(EcsServiceProps service, Report report)
    {
        if (service.AvailabilityZoneRebalancing?.Is(true) != true)
        {
            return;
        }
        const string Fix = "remove availabilityZoneRebalancing";
        if (service.SchedulingStrategy.Is(SchedulingStrategy.Daemon))
        {
            report.Add("availabilityZoneRebalancing", "is not possible for a DAEMON", "true", "false", Fix);
        }
        else if (service.EffectiveMaximumPercent.TryGetLiteral(out var maximum) && maximum <= 100)
        {
            report.Add("availabilityZoneRebalancing", "needs room for more tasks than usual", $"true with maximumPercent {maximum}", "a maximumPercent above 100", $"raise maximumPercent, or {Fix}");
        }
        else if (service.ConstrainsZones)
        {
            report.Add("availabilityZoneRebalancing", "does not go with a placement constraint that chooses between zones", "true with attribute:ecs.availability-zone", "false, or constraints of other attributes", $"remove the constraint, or {Fix}");
        }
        else if (service.PlacementStrategies.Count > 0 && !service.PlacementStrategies[0].SpreadsZones)
        {
            report.Add("availabilityZoneRebalancing", "needs tasks that are spread over the zones first", $"true with {service.PlacementStrategies[0].Type} of {service.PlacementStrategies[0].Field}", "spread of attribute:ecs.availability-zone as the first placement strategy", $"put it first, or {Fix}");
        }
    }

    private static void CheckTwins(Model model, Report report)
    {
        var balancers = LoadBalancing.Forwards.In(model).ToLookup(forward => forward.Group.Arn, forward => forward.LoadBalancer);
        foreach (var service in model.Of<EcsServiceProps>().Where(service => service.Props.DeploymentController.Is(DeploymentController.Ecs)))
        {
            var targets = ServiceTarget.Of(service.Props);
            foreach (var twins in targets.GroupBy(target => (target.Container, target.Port)).Where(group => group.Count() > 1))
            {
                var shared = twins.SelectMany(twin => balancers[twin.TargetGroup.Arn].OfType<Declaration>().Distinct()).GroupBy(balancer => balancer).FirstOrDefault(uses => uses.Count() > 1);
                if (shared is not null)
                {
                    report.At(service).Add("targetGroups", $"register one port in two groups of load balancer {shared.Key.Name}", string.Join(" and ", twins.Select(twin => twin.TargetGroup)), "one target group for a port behind one load balancer", "forward to one group");
                }
            }
        }
    }
}
