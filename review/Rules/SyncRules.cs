using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What stops the function that keeps a Network Load Balancer's targets in step.</summary>
internal static partial class SyncRules
{
    private const string Outage = "The Network Load Balancer keeps stale addresses: it works until the ALB's addresses change, and then nobody is served, without an error before.";

    private const string DryRun = "environment.0.variables.SYNC_DRY_RUN";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN33", Severity.Critical, "event rule, schedule, target, permission, function and role policy of the sync", "It is disabled, deleted or replaced, runs less often, gets no concurrency, only tells what it would do, or may no longer register or deregister targets.",
            Outage,
            "Keep it running; to retire it, first make the target group follow the ALB by itself (target type alb).")
        {
            Check = static (model, report) =>
            {
                var parts = new SyncParts(model);
                foreach (var part in parts.EventRules.Concat(parts.Schedules).Where(Exists))
                {
                    CheckSchedule(part, report);
                }
                foreach (var part in parts.Targets.Concat(parts.Permissions).Where(Exists))
                {
                    report.JudgeDeletion(part);
                }
                foreach (var function in parts.Functions.Where(Exists))
                {
                    CheckFunction(function, report);
                }
                foreach (var policy in parts.Policies.Where(Exists))
                {
                    CheckPolicy(policy, report);
                }
            },
        },
    ];

    private static bool Exists(ResourceChange part) => part.Before.IsKnown;

    private static void CheckSchedule(ResourceChange rule, RuleReport report)
    {
        if (rule.Deletes != Answer.No)
        {
            report.JudgeDeletion(rule);
            return;
        }
        if (rule.After["state"].Text == "DISABLED" && rule.Before["state"].Text != "DISABLED")
        {
            report.Violates(rule, "state");
        }
        else if (rule.After["is_enabled"].Boolean == false && rule.Before["is_enabled"].Boolean != false)
        {
            report.Violates(rule, "is_enabled");
        }
        else
        {
            var longer = rule.Differs("schedule_expression") switch
            {
                Answer.Yes => IsLonger(rule.Before["schedule_expression"].Text, rule.After["schedule_expression"].Text),
                var other => other,
            };
            report.Judge(rule, "schedule_expression", longer, "Whether the new schedule runs less often cannot be told from its text.");
        }
    }

    private static void CheckFunction(ResourceChange function, RuleReport report)
    {
        const string Concurrency = "reserved_concurrent_executions";
        if (function.Deletes != Answer.No)
        {
            report.JudgeDeletion(function);
        }
        else
        {
            if (function.Updates && function.After.At(DryRun).Text == "true" && function.Before.At(DryRun).Text != "true")
            {
                report.Violates(function, DryRun, consequence: $"The function tells what it would do, and does nothing. {Outage}");
            }
            report.Judge(function, Concurrency, function.After[Concurrency].IsUnknown ? Answer.Unknown : function.After[Concurrency].Number == 0 && function.Before[Concurrency].Number != 0 ? Answer.Yes : Answer.No);
        }
    }

    private static void CheckPolicy(ResourceChange policy, RuleReport report)
    {
        if (policy.Deletes != Answer.No)
        {
            report.JudgeDeletion(policy);
        }
        else if (policy.After["policy"].IsUnknown)
        {
            report.CannotTell(policy, "policy", "The policy is known only after the apply.");
        }
        else
        {
            var lost = SyncParts.Actions.Where(action => SyncParts.Allows(policy.Before["policy"].Text, action) && !SyncParts.Allows(policy.After["policy"].Text, action)).ToList();
            if (lost.Count > 0)
            {
                report.Violates(policy, "policy", string.Join(", ", lost), "(not allowed)");
            }
            else
            {
                report.Holds(policy);
            }
        }
    }

    /// <summary>Whether rate(…) became slower; of other expressions one cannot tell.</summary>
    private static Answer IsLonger(string? before, string? after) =>
        Minutes(before) is { } old && Minutes(after) is { } now ? now > old ? Answer.Yes : Answer.No : Answer.Unknown;

    private static int? Minutes(string? expression)
    {
        var match = Rate().Match(expression ?? "");
        return !match.Success ? null : int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value switch { "minute" => 1, "hour" => 60, _ => 24 * 60 });
    }

    [GeneratedRegex(@"^rate\((?<number>\d{1,5}) (?<unit>minute|hour|day)s?\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
