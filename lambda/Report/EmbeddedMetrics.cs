using System.Text.Json.Nodes;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Report;

/// <summary>Metrics in CloudWatch's embedded format: CloudWatch takes them out of the log line, with no call and no permission.</summary>
internal static class EmbeddedMetrics
{
    /// <summary>Adds a run's metrics to its log line.</summary>
    internal static void AddTo(JsonObject line, RunReport report, bool hasAddressCount)
    {
        IReadOnlyList<(string Name, string Unit, double Value)> metrics = [.. Metrics(report).Where(metric => hasAddressCount || metric.Name != MetricNames.LoadBalancerIPCount)];
        line["_aws"] = new JsonObject
        {
            ["Timestamp"] = report.At.ToUnixTimeMilliseconds(),
            ["CloudWatchMetrics"] = new JsonArray(new JsonObject
            {
                ["Namespace"] = MetricNames.Namespace,
                ["Dimensions"] = new JsonArray(new JsonArray([.. MetricNames.Dimensions.Select(name => JsonValue.Create(name))])),
                ["Metrics"] = new JsonArray([.. metrics.Select(metric => new JsonObject { ["Name"] = metric.Name, ["Unit"] = metric.Unit })]),
            }),
        };
        line[MetricNames.LoadBalancer] = report.Key.LoadBalancer;
        // As CloudWatch's own metrics name a target group.
        line[MetricNames.TargetGroup] = report.Key.TargetGroup[(report.Key.TargetGroup.LastIndexOf(':') + 1)..];
        line[MetricNames.Port] = $"{report.Key.Port}";
        foreach (var (name, _, value) in metrics)
        {
            line[name] = value;
        }
    }

    private static IEnumerable<(string Name, string Unit, double Value)> Metrics(RunReport report)
    {
        const string Count = "Count";
        if (report.Observation is { IsRecalled: false } observation)
        {
            yield return (MetricNames.LoadBalancerIPCount, Count, observation.Addresses.Count);
            yield return (MetricNames.Lookups, Count, observation.Lookups);
        }
        if (report.Registered is { } registered)
        {
            yield return (MetricNames.UnhealthyTargets, Count, registered.Count(each => each.State is TargetState.Unhealthy or TargetState.UnhealthyDraining));
            yield return (MetricNames.UnusedTargets, Count, registered.Count(each => each.State == TargetState.Unused));
        }
        if (report is { Plan: { } plan, State: { } state })
        {
            var owned = state.Owned.Select(each => new Target(each.Address, report.Key.Port)).ToHashSet();
            yield return (MetricNames.UnownedTargets, Count, plan.Departures.Count(departure => departure.Target.Port == report.Key.Port && !owned.Contains(departure.Target) && !report.Outcome.Deregistered.Contains(departure.Target)));
        }
        yield return (MetricNames.RegisteredTargets, Count, report.Outcome.Registered.Count);
        yield return (MetricNames.DeregisteredTargets, Count, report.Outcome.Deregistered.Count);
        yield return (MetricNames.RefusedRemovals, Count, report.Plan?.Refusal is { IsAlarm: true } refused ? refused.Count : 0);
        yield return (MetricNames.WaitingRemovals, Count, report.Plan?.Refusal is { IsAlarm: false } waiting ? waiting.Count : 0);
        yield return (MetricNames.Failures, Count, report.Result == RunResult.Failed ? 1 : 0);
        yield return (MetricNames.Duration, "Milliseconds", Math.Round(report.Duration.TotalMilliseconds));
        if (report.Result is RunResult.Unchanged or RunResult.Changed)
        {
            yield return (MetricNames.LastSuccess, "Seconds", report.At.ToUnixTimeSeconds());
        }
    }
}
