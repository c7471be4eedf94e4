using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Schedules;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>What holds of the scaling of services.</summary>
internal static class ScalingRules
{
    private const int MostSteps = 20;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SCALE145", "The fewest tasks are 0 or more and not above the most; requests are counted in a target group of the service, behind an Application Load Balancer of this manifest.", "RegisterScalableTarget or PutScalingPolicy rejects it.", "Application Auto Scaling PredefinedMetricSpecification.ResourceLabel")
            .ForAll(CheckScaling)
            .Bounding<EcsServiceProps>("scaling.minCapacity", new NumberAtLeast(0))
            .Bounding<EcsServiceProps>("scaling.scheduled.*.minCapacity", new NumberAtLeast(0)),
        Rule.Error("SCALE256", "A policy that keeps a metric aims above 0, at most at 100 for percentages; at most 20 steps adjoin without a gap and do not overlap, each with a bound, the outermost without an end away from the threshold; an alarm looks at 1 period or more; times change a limit.", "PutScalingPolicy or PutScheduledAction rejects it.", "Application Auto Scaling TargetTrackingScalingPolicyConfiguration, StepAdjustment, ScalableTargetAction; Application Auto Scaling guide, step scaling policies and quotas; CloudWatch PutMetricAlarmInput.EvaluationPeriods")
            .For<EcsServiceProps>(CheckPolicies)
            .Bounding<EcsServiceProps>("scaling.targetTracking.*.targetValue", new NumberAtLeast(1)),
        Rule.Warning("SCALE362", "A policy has at most 20 steps.", "PutScalingPolicy rejects more unless the account's quota has been raised.", "Quotas of Application Auto Scaling: step adjustments per step scaling policy 20, adjustable")
            .For<EcsServiceProps>(CheckNumberOfSteps),
        Rule.Error("SCALE351", "A metric is kept by one policy.", "PutScalingPolicy rejects a second one: only one target tracking policy for a given metric specification is allowed.", "Application Auto Scaling TargetTrackingScalingPolicyConfiguration; Application Auto Scaling guide, target tracking")
            .For<EcsServiceProps>(CheckMetrics),
        Rule.Warning("SCALE352", "A least adjustment is for percentages.", "It has no effect on a number of tasks.", "Application Auto Scaling StepScalingPolicyConfiguration.MinAdjustmentMagnitude")
            .For<EcsServiceProps>(CheckLeastAdjustment),
        Rule.Error("SCALE257", "A service that scales is no DAEMON, and its names of policies differ.", "RegisterScalableTarget rejects it, or one policy takes the other's place.", "Application Auto Scaling; ECS scheduling strategies")
            .For<EcsServiceProps>(CheckService),
        Rule.Error("SCALE275", "A scheduled action's schedule is rate(N minutes), cron with six fields, or at a time; its time zone is spelt as in the IANA's database.", "PutScheduledAction rejects it.", "Application Auto Scaling PutScheduledActionRequest.Schedule, Timezone")
            .For<EcsServiceProps>((service, report) => ForEachAction(service, (path, action) => CheckSchedule(path, action, report))),
        Rule.Warning("SCALE279", "A scheduled action's time zone is one that the IANA's database has.", "PutScheduledAction rejects one that it does not know.", "Application Auto Scaling PutScheduledActionRequest.Timezone")
            .For<EcsServiceProps>((service, report) => ForEachAction(service, (path, action) => TimeZones.CheckUnknown($"{path}.timezone", action.Timezone, report))),
        Rule.Warning("SCALE310", "A scheduled action's fewest tasks are not above the most that there are then.", "The action fails at its time unless another one has raised the most.", "Application Auto Scaling ScalableTargetAction.MinCapacity")
            .For<EcsServiceProps>((service, report) => ForEachAction(service, (path, action) => CheckMinimum(path, action, service, report))),
    ];

    private static void ForEachAction(EcsServiceProps service, Action<string, ScheduledScalingProps> check)
    {
        foreach (var (name, action) in service.Scaling?.Scheduled ?? new Dictionary<string, ScheduledScalingProps>())
        {
            check($"scaling.scheduled.{name}", action);
        }
    }

    private static void CheckSchedule(string path, ScheduledScalingProps action, Report report)
    {
        if (action.Schedule.TryGetLiteral(out var text) && ScheduleExpression.Mistake(text, hasAt: true, isEventBridge: false) is var (what, fix))
        {
            report.Add($"{path}.schedule", what, Quoted.Of(text), "rate(N minutes), cron(minutes hours day-of-month month day-of-week year) or at(time)", fix);
        }
        TimeZones.CheckMisspelt($"{path}.timezone", action.Timezone, report);
    }

    private static void CheckMinimum(string path, ScheduledScalingProps action, EcsServiceProps service, Report report)
    {
        if (action.MaxCapacity is null && action.MinCapacity.IsLiteral(out var fewest) && service.Scaling!.MaxCapacity.TryGetLiteral(out var most) && fewest > most)
        {
            report.Add($"{path}.minCapacity", "is above the most tasks", $"{fewest} with scaling.maxCapacity {most}", $"at most {most}", "lower it, or set maxCapacity beside it");
        }
    }

    private static void CheckScaling(Model model, Report report)
    {
        foreach (var service in model.Of<EcsServiceProps>().Where(service => service.Props.Scaling is not null))
        {
            CheckLimits("scaling", service.Props.Scaling!.MinCapacity, service.Props.Scaling.MaxCapacity, report.At(service));
            foreach (var (name, action) in service.Props.Scaling.Scheduled)
            {
                CheckLimits($"scaling.scheduled.{name}", action.MinCapacity, action.MaxCapacity, report.At(service));
            }
            foreach (var (name, policy) in service.Props.Scaling.TargetTracking)
            {
                CheckTargetGroup(service.Props, policy, $"scaling.targetTracking.{name}.targetGroup", model, report.At(service));
            }
        }
    }

    private static void CheckLimits(string path, Value<int>? minimum, Value<int>? maximum, Report report)
    {
        if (!minimum.IsLiteral(out var least))
        {
            return;
        }
        if (least < 0)
        {
            report.Add($"{path}.minCapacity", "is too small", $"{least}", "0 or more", "use a value that is allowed");
        }
        else if (maximum.IsLiteral(out var most) && least > most)
        {
            report.Add($"{path}.minCapacity", "is above the most", $"{least}", $"at most {most}", "lower it, or raise maxCapacity");
        }
    }

    private static void CheckTargetGroup(EcsServiceProps service, TargetTrackingProps policy, string path, Model model, Report report)
    {
        if (!policy.Metric.Is(ServiceMetric.RequestsPerTarget))
        {
            if (policy.TargetGroup is not null)
            {
                report.Add(path, "is for requestsPerTarget only", $"{policy.TargetGroup}", "nothing", "remove it");
            }
            return;
        }
        if (ResourceLabel.GroupOf(service, policy) is not { } group)
        {
            report.Add(path, "is missing", null, service.TargetGroups.Count == 0 ? "a target group of the service, which has none" : $"one of {string.Join(", ", service.TargetGroups.Select(target => target.TargetGroup))}", service.TargetGroups.Count == 0 ? "add a target group to the service, or scale by cpu or memory" : "say whose requests count");
        }
        else if (service.TargetGroups.All(target => target.TargetGroup.Arn != group.Arn))
        {
            report.Add(path, "is not a target group of the service", $"{group}", $"one of {string.Join(", ", service.TargetGroups.Select(target => target.TargetGroup))}", "name one of them");
        }
        else if (ResourceLabel.LoadBalancerOf(group, model) is null)
        {
            report.Add(path, "is behind no Application Load Balancer that is declared here", $"{group}", "a target group that a listener of an Application Load Balancer forwards to", "forward to it, or scale by cpu or memory");
        }
    }

    private static void CheckPolicies(EcsServiceProps service, Report report)
    {
        foreach (var (name, policy) in service.Scaling?.TargetTracking ?? new Dictionary<string, TargetTrackingProps>())
        {
            var most = policy.Metric.Is(ServiceMetric.RequestsPerTarget) ? int.MaxValue : 100;
            if (policy.TargetValue.TryGetLiteral(out var value) && (value < 1 || value > most))
            {
                report.Add($"scaling.targetTracking.{name}.targetValue", "is out of range", $"{value}", most == 100 ? "1 to 100 percent" : "1 request a minute or more", "use a value that is allowed");
            }
        }
        foreach (var (name, policy) in service.Scaling?.Steps ?? new Dictionary<string, StepScalingProps>())
        {
            CheckSteps($"scaling.steps.{name}.steps", policy.Steps, report);
            if (policy.EvaluationPeriods.TryGetLiteral(out var periods) && periods < 1)
            {
                report.Add($"scaling.steps.{name}.evaluationPeriods", "is too small", $"{periods}", "1 or more", "use a value that is allowed");
            }
            if (policy.PeriodSeconds.TryGetLiteral(out var period) && period is not (10 or 30) && (period < 60 || period % 60 != 0))
            {
                report.Add($"scaling.steps.{name}.periodSeconds", "is not a period that alarms have", $"{period}", "10, 30 or a multiple of 60 seconds", "use one of them");
            }
        }
        foreach (var (name, action) in service.Scaling?.Scheduled ?? new Dictionary<string, ScheduledScalingProps>())
        {
            if (action.MinCapacity is null && action.MaxCapacity is null)
            {
                report.Add($"scaling.scheduled.{name}", "changes nothing", null, "minCapacity, maxCapacity or both", "set one of them");
            }
        }
    }

    private static void CheckSteps(string path, IReadOnlyList<StepProps> steps, Report report)
    {
        if (steps.Count == 0)
        {
            report.Add(path, "has no step", null, "at least one", "add one");
        }
        if (steps.Any(step => step.LowerBound is { IsLiteral: false } || step.UpperBound is { IsLiteral: false }))
        {
            return;
        }
        var bounds = steps.Select(step => (Lower: step.LowerBound.IsLiteral(out var lower) ? lower : (long)int.MinValue - 1, Upper: step.UpperBound.IsLiteral(out var upper) ? upper : (long)int.MaxValue + 1)).OrderBy(step => step.Lower).ToList();
        foreach (var (lower, upper) in bounds.Where(step => step.Lower >= step.Upper))
        {
            report.Add(path, "has a step that ends before it begins", $"{lower} to {upper}", "a lowerBound below the upperBound", "exchange the two");
        }
        if (bounds.Exists(step => step.Lower < int.MinValue && step.Upper > int.MaxValue))
        {
            report.Add(path, "has a step without a bound", null, "lowerBound, upperBound or both", "set lowerBound: 0 to act above the threshold, or upperBound: 0 to act below it");
        }
        else if (bounds.Count > 0 && bounds[0].Lower is < 0 and >= int.MinValue)
        {
            report.Add(path, "ends below the threshold", Shown(bounds[0].Lower), "a first step without a lowerBound", "remove its lowerBound, so that what is further below the threshold is acted on too");
        }
        else if (bounds.Count > 0 && bounds[^1].Upper is > 0 and <= int.MaxValue)
        {
            report.Add(path, "ends above the threshold", Shown(bounds[^1].Upper), "a last step without an upperBound", "remove its upperBound, so that what is further above the threshold is acted on too");
        }
        for (var index = 1; index < bounds.Count; index++)
        {
            if (bounds[index].Lower != bounds[index - 1].Upper)
            {
                report.Add(path, bounds[index].Lower < bounds[index - 1].Upper ? "has steps that overlap" : "has a gap between steps", $"{Shown(bounds[index - 1].Upper)} and then {Shown(bounds[index].Lower)}", "a lowerBound that is the upperBound of the step before", "let the steps adjoin");
            }
        }
    }

    private static void CheckNumberOfSteps(EcsServiceProps service, Report report)
    {
        foreach (var (name, policy) in service.Scaling?.Steps ?? new Dictionary<string, StepScalingProps>())
        {
            if (policy.Steps.Count > MostSteps)
            {
                report.Add($"scaling.steps.{name}.steps", "has many steps", $"{policy.Steps.Count}", $"at most {MostSteps}", "merge some, or have the quota raised and suppress this");
            }
        }
    }

    private static void CheckMetrics(EcsServiceProps service, Report report)
    {
        var owners = new Dictionary<(ServiceMetric Metric, Value<string>? Group), string>();
        foreach (var (name, policy) in service.Scaling?.TargetTracking ?? new Dictionary<string, TargetTrackingProps>())
        {
            if (policy.Metric.TryGetLiteral(out var metric) && (metric, metric == ServiceMetric.RequestsPerTarget ? ResourceLabel.GroupOf(service, policy)?.Arn : null) is var kept && !owners.TryAdd(kept, name))
            {
                report.Add($"scaling.targetTracking.{name}.metric", $"is kept by {owners[kept]} already", Spelling.Of(metric), "one policy for a metric", "remove one of the two");
            }
        }
    }

    private static void CheckLeastAdjustment(EcsServiceProps service, Report report)
    {
        foreach (var (name, policy) in service.Scaling?.Steps ?? new Dictionary<string, StepScalingProps>())
        {
            if (policy.MinimumAdjustment is { } least && policy.AdjustmentType.TryGetLiteral(out var type) && type != AdjustmentType.PercentChangeInCapacity)
            {
                report.Add($"scaling.steps.{name}.minimumAdjustment", "is for percentages only", $"{least} with {Spelling.Of(type)}", "nothing with this adjustment type", "remove it, or set adjustmentType to PercentChangeInCapacity");
            }
        }
    }

    private static string Shown(long bound) => bound is < int.MinValue or > int.MaxValue ? "no limit" : $"{bound}";

    private static void CheckService(EcsServiceProps service, Report report)
    {
        if (service.Scaling is not { } scaling)
        {
            return;
        }
        if (service.SchedulingStrategy.Is(SchedulingStrategy.Daemon))
        {
            report.Add("scaling", "is not possible for a DAEMON, which has one task on each instance", "DAEMON", "REPLICA", "remove it");
        }
        foreach (var name in scaling.Steps.Keys.Where(scaling.TargetTracking.ContainsKey))
        {
            report.Add($"scaling.steps.{name}", "has the name of a policy in targetTracking", Quoted.Of(name), "a name of its own", "rename one of the two");
        }
    }
}
