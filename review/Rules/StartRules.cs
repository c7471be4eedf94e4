using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What starts tasks and functions by the clock or by an event.</summary>
internal static class StartRules
{
    private static readonly string[] Occasions = ["schedule_expression", "schedule_expression_timezone", "event_pattern"];
    private static readonly string[] Types = ["aws_scheduler_schedule", "aws_cloudwatch_event_rule", "aws_cloudwatch_event_target", "aws_s3_bucket_notification"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN57", Severity.High, "aws_scheduler_schedule, aws_cloudwatch_event_rule, aws_cloudwatch_event_target, aws_s3_bucket_notification", "A schedule, an event rule, its target or a bucket's notification is deleted, replaced or disabled, or goes by another time or event.",
            "What it starts is no longer started, and nobody is told.",
            "Make the new one beside the old one, and take the old one away when the new one has started something.")
        {
            AdviceWhereDeleted = "Keep it, or disable it first and see who misses it.",
            Check = static (model, report) =>
            {
                // What starts the sync has a rule of its own.
                var sync = new SyncParts(model);
                var known = sync.EventRules.Concat(sync.Schedules).Concat(sync.Targets).ToHashSet();
                foreach (var start in model.Of(Types).Where(start => start.Before.IsKnown && !known.Contains(start)))
                {
                    Check(start, report);
                }
            },
        },
    ];

    private static void Check(ResourceChange start, RuleReport report)
    {
        if (start.Deletes != Answer.No)
        {
            var wasOn = start.Before["state"].Text != "DISABLED" && start.Before["is_enabled"].Boolean != false;
            report.JudgeDeletion(start, wasOn ? start.Replaces ? Severity.Medium : null : Severity.Low, start.Replaces ? "Between the old one and the new one nothing is started: events of that time are lost." : null);
            return;
        }
        if (start.After["state"].Text == "DISABLED" && start.Before["state"].Text != "DISABLED")
        {
            report.Violates(start, "state", advice: "Enable it again when it is to start something.");
            return;
        }
        var isTold = false;
        foreach (var path in Occasions.Where(path => start.Before[path].Text is { Length: > 0 }))
        {
            var differs = start.Differs(path);
            if (differs != Answer.No)
            {
                report.Judge(start, path, differs, severity: Severity.Medium, consequence: path == "event_pattern" ? "Other events start it than before." : "It is started at other times than before.", advice: "Try the new expression before the apply.");
                isTold = true;
            }
        }
        if (!isTold)
        {
            report.Holds(start);
        }
    }
}
