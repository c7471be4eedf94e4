using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Settings that nobody writes any more and that stay all the same, because the provider keeps what is there where an argument is left out.</summary>
internal static class RemovedSettingRules
{
    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN37", Severity.Medium, "aws_lb, aws_lb_listener, aws_lb_target_group, aws_instance, aws_launch_template, aws_ecs_service, aws_ecs_task_definition", "A setting stands at another value than AWS's default, and the configuration does not give it: it was removed there, or set elsewhere, and the value stays.",
            "The provider keeps what is there where the argument is left out, and plans nothing: the setting goes on working, and nobody finds it in the configuration.",
            "Write the argument: the value that is meant, or the default.")
        {
            Check = static (model, report) =>
            {
                foreach (var change in model.Of([.. KeptSettings.ByType.Select(settings => settings.Key)]).Where(change => change.Before.IsKnown && change.After.IsKnown && change.Deletes == Answer.No))
                {
                    Check(model, change, report);
                }
            },
        },
    ];

    private static void Check(PlanModel model, ResourceChange change, RuleReport report)
    {
        var isTold = false;
        foreach (var setting in KeptSettings.ByType[change.Type])
        {
            foreach (var path in setting.PathsIn(change).Where(path => setting.Stays(change, path)))
            {
                isTold |= IsTold(model, change, setting, path, report);
            }
        }
        if (!isTold)
        {
            report.Holds(change);
        }
    }

    /// <summary>Tells of a setting that stays; false where the configuration gives it.</summary>
    private static bool IsTold(PlanModel model, ResourceChange change, KeptSetting setting, string path, RuleReport report)
    {
        var configuration = model.Plan.Configuration;
        if (!configuration.IsGiven)
        {
            report.CannotTell(change, path, "The plan repeats no configuration.");
            return true;
        }
        if (configuration.Gives(change, setting.IsOfItself ? path : path.Split('.')[0]) == Answer.Yes || setting.OrBy.Any(other => configuration.Gives(change, other) == Answer.Yes))
        {
            return false;
        }
        if (path.Contains('.', StringComparison.Ordinal) && configuration.Gives(change, path) == Answer.Unknown)
        {
            report.CannotTell(change, path, "No block of the configuration gives it, unless a dynamic one does: the plan does not show those.", advice: setting.Advice);
            return true;
        }
        if (setting.InTemplate is { } argument && configuration.Gives(change, "launch_template") != Answer.No)
        {
            return IsToldBesideTemplate(model, change, setting, argument, report);
        }
        report.Violates(change, path, advice: setting.Advice);
        return true;
    }

    /// <summary>An instance has from its launch template what its configuration does not give.</summary>
    private static bool IsToldBesideTemplate(PlanModel model, ResourceChange change, KeptSetting setting, string argument, RuleReport report)
    {
        switch (model.Linked(change, "launch_template", "aws_launch_template"))
        {
            case [var template] when template.After.IsKnown && !template.After.At(argument).HasUnknown:
                if (template.After.At(argument) is { Text: { Length: > 0 } } or { Items.Count: > 0 })
                {
                    return false;
                }
                report.Violates(change, setting.Path, advice: setting.Advice);
                return true;
            default:
                report.CannotTell(change, setting.Path, "It may come from the launch template.");
                return true;
        }
    }
}
