using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>What ECS asks of load balancing where it moves traffic from one target group to another.</summary>
internal static class TrafficShiftRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC362", "Where deployments move traffic, one rule of an Application Load Balancer or one listener of a Network Load Balancer forwards to the target group, and at the most one more with test traffic; both do nothing but forward, to this group or to both.", "CreateService rejects it, or what ECS does not know of keeps sending requests to tasks that are gone.", "ECS AdvancedConfiguration.productionListenerRule, testListenerRule; ECS guide, Application Load Balancer resources for blue/green deployments")
            .ForAll((model, report) => ForEachTarget(model, report, CheckMovers)),
        Rule.Error("SVC363", "Target groups that take turns are two of the same type, protocol and version of HTTP.", "CreateService or the first deployment fails: the tasks cannot be registered in both.", "ECS AdvancedConfiguration.alternateTargetGroupArn; ECS guide, Application Load Balancer resources for blue/green deployments")
            .ForAll((model, report) => ForEachTarget(model, report, CheckAlternate)),
        Rule.Error("SVC365", "A second target group, and rules for production and test traffic, are for deployments that move traffic.", "CreateService rejects advanced settings of a load balancer with a rolling deployment, and they are not sent.", "ECS LoadBalancer.advancedConfiguration")
            .For<EcsServiceProps>(CheckUnused),
        Rule.Warning("SVC366", "Deployments that move traffic have traffic to move, between targets of type ip, and scale by what both target groups have in common.", "The new revision takes over at once; or a number of tasks follows the requests of a target group that has none.", "ECS guide, required resources for blue/green deployments; Application Auto Scaling PredefinedMetricSpecification.ResourceLabel")
            .For<EcsServiceProps>(CheckUse),
    ];

    private static void ForEachTarget(Model model, Report report, Action<string, ServiceTargetGroupProps, Model, Report> check)
    {
        // SVC360 has those that ECS does not deploy.
        foreach (var service in model.Of<EcsServiceProps>().Where(service => service.Props.ShiftsTraffic && service.Props.DeploymentController.MayBe(DeploymentController.Ecs)))
        {
            for (var index = 0; index < service.Props.TargetGroups.Count; index++)
            {
                check($"targetGroups[{index}]", service.Props.TargetGroups[index], model, report.At(service));
            }
        }
    }

    private static void CheckMovers(string path, ServiceTargetGroupProps target, Model model, Report report)
    {
        var movers = TrafficMover.To(target.TargetGroup, model);
        var others = movers.Where(mover => mover.Arn is null || (mover.Arn != target.ProductionListenerRule?.Arn && mover.Arn != target.TestListenerRule?.Arn)).ToList();
        CheckNamed($"{path}.productionListenerRule", target.ProductionListenerRule, target, movers, report);
        CheckNamed($"{path}.testListenerRule", target.TestListenerRule, target, movers, report);
        if (target.ProductionListenerRule is { } production && production.Arn == target.TestListenerRule?.Arn)
        {
            report.Add($"{path}.testListenerRule", "is what production traffic is moved with", $"{production}", "another rule or listener", "name another, or remove it");
        }
        foreach (var mover in others.Where(mover => mover.Arn is null))
        {
            report.Add($"{path}.targetGroup", "is forwarded to by a default action, which ECS cannot move", $"{target.TargetGroup} behind {mover.Name}", "rules of Application Load Balancers and listeners of Network Load Balancers", "make it a rule with the path /*, and let the default action respond with 404");
        }
        others.RemoveAll(mover => mover.Arn is null);
        if (target.ProductionListenerRule is not null)
        {
            foreach (var mover in others)
            {
                report.Add($"{path}.targetGroup", "is forwarded to by more than what ECS moves", $"{target.TargetGroup} behind {mover.Name}", $"{target.ProductionListenerRule} and what testListenerRule names", $"remove {mover.Name}, or have it forward to a target group of its own");
            }
        }
        else if (others.Count > 1)
        {
            report.Add($"{path}.productionListenerRule", "is missing, and several forward to the target group", null, $"one of {string.Join(", ", others.Select(mover => mover.Name))}", "let one of them have production traffic and name the other in testListenerRule; no third may forward to the group");
        }
        else if (others.Count == 0 && (target.TargetGroup.Props is null || target.TestListenerRule is not null))
        {
            report.Add($"{path}.productionListenerRule", "is missing", null, "a rule of an Application Load Balancer, or a listener of a Network Load Balancer", "name it, or { arn: … } where it exists already");
        }
        foreach (var mover in movers.Where(mover => mover.Arn is not null))
        {
            CheckAction(path, target, mover, report);
        }
    }

    /// <summary>What exists already is not known to forward anywhere.</summary>
    private static void CheckNamed(string path, IListenerRule? named, ServiceTargetGroupProps target, IReadOnlyList<TrafficMover> movers, Report report)
    {
        if (named is DeclaredListenerRule && movers.All(mover => mover.Arn != named.Arn))
        {
            report.Add(path, "does not forward to the target group", $"{named}", $"what forwards to {target.TargetGroup}{(movers.Count == 0 ? "" : $": {string.Join(", ", movers.Select(mover => mover.Name))}")}", $"have it forward to {target.TargetGroup}, or name another");
        }
    }

    private static void CheckAction(string path, ServiceTargetGroupProps target, TrafficMover mover, Report report)
    {
        if (mover.Action is { AuthenticateCognito: not null } or { AuthenticateOidc: not null } or { JwtValidation: not null })
        {
            report.Add($"{path}.targetGroup", "is forwarded to by a rule that does more than forward", mover.Name, "rules that forward and do nothing else", "authenticate in the service, or use strategy rolling");
        }
        var alternate = TwinTargetGroup.Of(target);
        var groups = mover.Action.WeightedForward?.TargetGroups.Select(entry => entry.TargetGroup).ToList();
        if (groups is not null && alternate is not null && !groups.Select(group => group.Arn).ToHashSet().SetEquals([target.TargetGroup.Arn, alternate.Arn]))
        {
            report.Add($"{path}.targetGroup", "is forwarded to beside other target groups than the one that it takes turns with", $"{mover.Name} to {string.Join(" and ", groups)}", $"forward: {target.TargetGroup}, or both of {target.TargetGroup} and {alternate}", "forward to it alone: the second group is added");
        }
    }

    private static void CheckAlternate(string path, ServiceTargetGroupProps target, Model model, Report report)
    {
        if (target.AlternateTargetGroup is not { } alternate)
        {
            if (target.TargetGroup is ExistingTargetGroup)
            {
                report.Add($"{path}.alternateTargetGroup", "is missing", null, "a target group that takes turns with one that exists already", "name it, or { arn: … } where it exists too");
            }
            return;
        }
        if (alternate.Arn == target.TargetGroup.Arn)
        {
            report.Add($"{path}.alternateTargetGroup", "is the target group itself", $"{alternate}", "another one", "remove it to have one made");
        }
        else if (target.TargetGroup.Props is { } one && alternate.Props is { } other)
        {
            Compare("type", one.TargetType, other.TargetType);
            Compare("protocol", one.EffectiveProtocol, other.EffectiveProtocol);
            Compare("version of HTTP", one.EffectiveProtocolVersion, other.EffectiveProtocolVersion);
        }

        void Compare<T>(string what, Value<T>? first, Value<T>? second)
            where T : notnull
        {
            if (first.IsLiteral(out var wanted) && second.IsLiteral(out var got) && !wanted.Equals(got))
            {
                report.Add($"{path}.alternateTargetGroup", $"has another {what}", $"{alternate} with {Spelling.Of(got)}", Spelling.Of(wanted), $"give both groups the same {what}, or remove it to have one made");
            }
        }
    }

    private static void CheckUnused(EcsServiceProps service, Report report)
    {
        for (var index = 0; !service.ShiftsTraffic && index < service.TargetGroups.Count; index++)
        {
            var target = service.TargetGroups[index];
            foreach (var (property, value) in new (string, object?)[] { ("alternateTargetGroup", target.AlternateTargetGroup), ("productionListenerRule", target.ProductionListenerRule), ("testListenerRule", target.TestListenerRule) })
            {
                if (value is not null)
                {
                    // Told of the strategy, so that it is left out where that could not be read.
                    report.Add("deployment.strategy", $"moves no traffic, for which targetGroups[{index}] has {property} {value}", service.Deployment is { } deployment ? $"{deployment.Strategy}" : null, "blueGreen, linear or canary", $"set it to one of them, or remove {property}");
                }
            }
        }
    }

    private static void CheckUse(EcsServiceProps service, Report report)
    {
        if (!service.ShiftsTraffic)
        {
            return;
        }
        if (service.TargetGroups.Count == 0 && service.ServiceConnect is null)
        {
            report.Add("deployment.strategy", "has no traffic to move", $"{service.Deployment!.Strategy}", "target groups, or Service Connect", "add targetGroups or serviceConnect, or remove the deployment");
        }
        for (var index = 0; index < service.TargetGroups.Count; index++)
        {
            if (service.TargetGroups[index].TargetGroup.Props is { } group && !group.TargetType.MayBe(TargetType.Ip))
            {
                report.Add($"targetGroups[{index}].targetGroup", "has targets that the guide of ECS does not name for deployments that move traffic", $"{service.TargetGroups[index].TargetGroup} with type {group.TargetType}", "a target group with type ip", "run the tasks with awsvpc, or try it where nobody depends on it");
            }
        }
        foreach (var (name, policy) in service.Scaling?.TargetTracking ?? new Dictionary<string, Scaling.TargetTrackingProps>())
        {
            if (policy.Metric.Is(Scaling.ServiceMetric.RequestsPerTarget))
            {
                report.Add($"scaling.targetTracking.{name}.metric", "counts the requests of one of two target groups", "requestsPerTarget", "cpu or memory, which all tasks have", "scale by one of them");
            }
        }
    }
}
