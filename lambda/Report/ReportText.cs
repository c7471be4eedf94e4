using System.Text;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Report;

/// <summary>Runs for people.</summary>
internal static class ReportText
{
    internal static string Write(RunReport report)
    {
        var text = new StringBuilder();
        text.AppendLine($"{report.Key.LoadBalancer} -> {report.Key.TargetGroup}, port {report.Key.Port}: {report.Result.ToString().ToLowerInvariant()}{(report.IsDryRun ? " (dry run: nothing was changed)" : "")}");
        if (report.Observation is { } observation)
        {
            text.AppendLine($"  in the DNS   {string.Join(", ", observation.Addresses)} ({observation.Source})");
        }
        if (report.Registered is { } registered)
        {
            text.AppendLine($"  registered   {string.Join(", ", registered.OrderBy(each => each.Target, TargetOrder.Instance).Select(each => $"{each.Target} {each.State.ToString().ToLowerInvariant()}"))}");
        }
        if (report.Plan is { } plan)
        {
            text.AppendLine($"  to register  {List(plan.Register)}");
            text.AppendLine($"  to remove    {List(plan.Deregister)}");
            foreach (var departure in plan.Departures)
            {
                text.AppendLine($"  {departure.Target} {departure.Reason}");
            }
            if (plan.Refusal is { } refusal)
            {
                text.AppendLine($"  refused: {refusal.Reason}");
            }
        }
        foreach (var note in report.Outcome.Notes)
        {
            text.AppendLine($"  note: {OneLine.Of(note)}");
        }
        foreach (var problem in report.Outcome.Problems)
        {
            text.AppendLine($"  error: {OneLine.Of(problem)}");
        }
        return text.ToString();
    }

    private static string List<T>(IReadOnlyCollection<T> items) => items.Count == 0 ? "nothing" : string.Join(", ", items);
}
