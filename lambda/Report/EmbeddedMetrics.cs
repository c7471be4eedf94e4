using System.Text.Json.Nodes;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Report;

/// <summary>Metrics in CloudWatch's embedded format: CloudWatch takes them out of the log line, with no call and no permission.</summary>
internal static class EmbeddedMetrics
{
    /// <summary>The namespace of the metrics.</summary>
    internal const string Namespace = "StaticIpSync";

    /// <summary>Adds a run's metrics to its log line.</summary>
    internal static void AddTo(JsonObject line, RunReport report, bool hasAddressCount)
    {
        IReadOnlyList<(string Name, string Unit, double Value)> metrics = [.. Metrics(report).Where(metric => hasAddressCount || metric.Name != "LoadBalancerIPCount")];
        line["_aws"] = new JsonObject
        {
            ["Timestamp"] = report.At.ToUnixTimeMilliseconds(),
            ["CloudWatchMetrics"] = new JsonArray(new JsonObject
            {
                ["Namespace"] = Namespace,
                ["Dimensions"] = new JsonArray(new JsonArray("LoadBalancer", "TargetGroup", "Port")),
                ["Metrics"] = new JsonArray([.. metrics.Select(metric => new JsonObject { ["Name"] = metric.Name, ["Unit"] = metric.Unit })]),
            }),
        };
        line["LoadBalancer"] = report.Key.LoadBalancer;
        // As CloudWatch's own metrics name a target group.
        line["TargetGroup"] = report.Key.TargetGroup[(report.Key.TargetGroup.LastIndexOf(':') + 1)..];
        line["Port"] = $"{report.Key.Port}";
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
            yield return ("LoadBalancerIPCount", Count, observation.Addresses.Count);
            yield return ("Lookups", Count, observation.Lookups);
        }
        if (report.Registered is { } registered)
        {
            yield return ("UnhealthyTargets", Count, registered.Count(each => each.State is TargetState.Unhealthy or TargetState.UnhealthyDraining));
        }
        yield return ("RegisteredTargets", Count, report.Outcome.Registered.Count);
        yield return ("DeregisteredTargets", Count, report.Outcome.Deregistered.Count);
        yield return ("RefusedRemovals", Count, report.Plan?.Refusal is { IsAlarm: true } refused ? refused.Count : 0);
        yield return ("WaitingRemovals", Count, report.Plan?.Refusal is { IsAlarm: false } waiting ? waiting.Count : 0);
        yield return ("Failures", Count, report.Result == RunResult.Failed ? 1 : 0);
        yield return ("Duration", "Milliseconds", Math.Round(report.Duration.TotalMilliseconds));
        if (report.Result != RunResult.Failed)
        {
            yield return ("LastSuccess", "Seconds", report.At.ToUnixTimeSeconds());
        }
    }
}
