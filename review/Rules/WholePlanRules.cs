using Orchestrator.Review.Changes;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What is wrong with a plan as a whole.</summary>
internal static class WholePlanRules
{
    private static readonly string[] Watched = ["aws_eip", "aws_lb", "aws_security_group"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN35", Severity.High, "the plan", "It is errored, incomplete or deferred, forgets resources, fails checks, finds drift on addresses, load balancers or security groups, has no prior state where one is expected, is for another account or region, removes an output that others read, or deletes more than allowed.",
            "What is applied is not what was meant as a whole.",
            "Repair the cause and plan again.")
        {
            Check = static (model, report) =>
            {
                CheckWhole(model.Plan, report);
                CheckChecks(model.Plan, report);
                CheckResources(model, report);
                CheckExpectations(model, report);
                CheckOutputs(model, report);
            },
        },
    ];

    private static void CheckWhole(Plan plan, RuleReport report)
    {
        if (plan.IsErrored)
        {
            report.Violates(null, "errored", "(none)", "true", consequence: "The planning ended with an error (also of prevent_destroy): the plan holds only a part, and cannot be applied; what else is said here is about that part.", advice: "Read the error of terraform plan, repair it, and plan again.");
        }
        if (plan.IsComplete == false && !plan.IsErrored)
        {
            report.Violates(null, "complete", "(none)", "false", plan.Deferred.Count > 0 || plan.Invocations.Any(action => action.DeferredBecause is not null) ? null : Severity.Medium, "The plan leaves something out (-target, or deferred changes): after the apply the state is between the old and the new.", "Plan without -target, or plan again after the apply.");
        }
        if (plan is { IsErrored: false, IsComplete: not false })
        {
            report.Holds(null);
        }
        foreach (var action in plan.Invocations)
        {
            report.CannotTell(null, action.Address, action.DeferredBecause is null ? "The apply invokes an action, and the plan does not say what that does." : "An action is left to a later plan.", advice: "Look at what the action does, and when, before the apply.");
        }
        foreach (var change in plan.Deferred)
        {
            report.Violates(change, "", consequence: $"The plan leaves this change to a later one ({change.DeferredBecause}).", advice: "Plan again after the apply, and review that plan.");
        }
    }

    private static void CheckChecks(Plan plan, RuleReport report)
    {
        foreach (var check in plan.Checks)
        {
            switch (check.Status)
            {
                case "fail" or "error":
                    report.Violates(null, check.Address, "(none)", check.Status, consequence: check.Messages.Count > 0 ? $"A check fails: {string.Join(" ", check.Messages)}" : "A check fails.");
                    break;
                case "unknown":
                    report.CannotTell(null, check.Address, "The check is made only after the apply.");
                    break;
                default:
                    report.Holds(null);
                    break;
            }
        }
    }

    private static void CheckResources(PlanModel model, RuleReport report)
    {
        foreach (var change in model.Managed.Where(change => change.Forgets))
        {
            report.Violates(change, "", consequence: "Terraform stops managing it; it stays in AWS, is paid for, and nobody plans it any more.", advice: "Import it where it belongs now, or delete it.");
        }
        foreach (var drift in model.Plan.Drift.Where(drift => Watched.Contains(drift.Type) && !drift.IsUntouched))
        {
            var path = drift.Differences.FirstOrDefault(path => !Noise.IsTag(path)) ?? "";
            var (severity, consequence) = Drifted(model.At(drift.Address), drift, path);
            report.Violates(drift, path, severity: severity, consequence: consequence, advice: "Find out who changed it and why before the apply.");
        }
        var deletes = model.Managed.Count(change => change.Deletes == Answer.Yes);
        if (deletes > model.Settings.MostDeletes)
        {
            report.Violates(null, "deletes", $"at most {model.Settings.MostDeletes}", $"{deletes}", consequence: $"{deletes} resources are deleted or replaced.", advice: "Make sure that all of them are meant; split the change.");
        }
    }

    /// <summary>What becomes of a change outside Terraform: whether the plan takes it back can be read off it.</summary>
    private static (Severity? Severity, string Consequence) Drifted(ResourceChange? planned, ResourceChange drift, string path) =>
        drift.Deletes == Answer.Yes
            ? planned is { Creates: true } ? (null, "It was deleted outside Terraform; the apply makes another.") : (Severity.Medium, "It was deleted outside Terraform, and this plan does not make it again.")
        : planned is { IsUntouched: false } && (path.Length == 0 || planned.Deletes == Answer.Yes || planned.Differences.Any(changed => changed == path || changed.StartsWith($"{path}.", StringComparison.Ordinal) || path.StartsWith($"{changed}.", StringComparison.Ordinal)))
            ? (null, "It was changed outside Terraform, and the apply changes that again.")
            : (Severity.Medium, "It was changed outside Terraform, and the apply leaves it so: the configuration does not say otherwise.");

    private static void CheckExpectations(PlanModel model, RuleReport report)
    {
        if (model.Settings.ExpectsState && model.Plan.PriorResources == 0)
        {
            report.Violates(null, "prior_state", "resources", "(none)", consequence: "The state is empty where one is expected: everything would be created a second time.", advice: "Check the backend's bucket, key and workspace.");
        }
        var arns = model.Managed.Where(change => change.Before["arn"].Text is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal)).Select(change => (change, parts: change.Before["arn"].Text!.Split(':'))).Where(pair => pair.parts.Length >= 6).ToList();
        CheckPlace(model, report, "account", model.Settings.Account, [.. arns.Select(pair => pair.parts[4]).Where(account => account.All(char.IsAsciiDigit) && account.Length > 0).Distinct(StringComparer.Ordinal)]);
        CheckPlace(model, report, "region", model.Settings.Region, [.. arns.Select(pair => pair.parts[3]).Where(region => region.Length > 0).Distinct(StringComparer.Ordinal)]);
        var moved = arns.Where(pair => pair.parts[3].Length > 0).Select(pair => (pair.change, was: pair.parts[3], now: pair.change.After["region"].Text ?? model.Plan.Configuration.Region(pair.change))).FirstOrDefault(item => item.now is not null && item.now != item.was);
        if (moved.change is not null)
        {
            report.Violates(null, "provider.region", moved.was, moved.now, consequence: $"The state holds resources of {moved.was}, the provider works in {moved.now}: it finds none of them and creates all of them there.", advice: "Correct the provider's region, or the backend's key.");
        }
    }

    private static void CheckPlace(PlanModel model, RuleReport report, string what, string? expected, IReadOnlyList<string> found)
    {
        if (expected is null)
        {
            return;
        }
        if (found.FirstOrDefault(place => place != expected) is { } other)
        {
            report.Violates(null, what, expected, other, consequence: $"The plan is for {what} {other}; {expected} is expected.", advice: "Check the credentials and the backend.");
        }
        else if (found.Count == 0)
        {
            report.CannotTell(null, what, model.Plan.PriorResources == 0 ? $"Nothing exists yet that would tell the {what}." : $"No resource of the plan tells the {what}.");
        }
        else
        {
            report.Holds(null);
        }
    }

    private static void CheckOutputs(PlanModel model, RuleReport report)
    {
        foreach (var output in model.Plan.Outputs.Where(output => output.Actions.Contains("delete") && !output.Actions.Contains("create")))
        {
            if (model.Settings.OutputsReadElsewhere is not { } read)
            {
                report.CannotTell(null, $"output.{output.Name}", "The plan does not show whether another stack reads the removed output.");
            }
            else if (read.Contains(output.Name))
            {
                report.Violates(null, $"output.{output.Name}", "(read by another stack)", "(removed)", consequence: "Another stack reads this output: its next plan fails.", advice: "Remove the reader first.");
            }
            else
            {
                report.Holds(null);
            }
        }
    }
}
