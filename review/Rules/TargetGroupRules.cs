using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens when a target group is replaced.</summary>
internal static class TargetGroupRules
{
    private static readonly string[] Users = ["aws_lb_listener", "aws_lb_listener_rule", "aws_ecs_service"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN06", Severity.Critical, "aws_lb_target_group", "A target group is deleted while a listener, a rule or an ECS service uses it: also where those are to use another, since the deletion comes first.",
            "AWS refuses to delete a target group in use (ResourceInUse): the apply stops half-way.",
            "Set create_before_destroy with a name that changes or a name_prefix.")
        {
            AdviceWhereDeleted = "Let what uses the group use another one first, in an apply of its own; delete this one in the next.",
            Check = static (model, report) =>
            {
                foreach (var group in model.Of("aws_lb_target_group").Where(group => group.Before.IsKnown))
                {
                    CheckInUse(model, group, report);
                }
            },
        },
        new("PLAN08", Severity.High, "aws_lb_target_group", "A target group is replaced by one of another name, created first.",
            "The new group starts without a healthy target; if the listener is moved at once, requests get 503 until the first targets are healthy.",
            "Register targets in the new group and wait until they are healthy before the listener forwards to it: two applies, or weights.")
        {
            Check = static (model, report) =>
            {
                foreach (var group in model.Of("aws_lb_target_group").Where(group => group.Before.IsKnown))
                {
                    report.JudgeReplacement(group, group.Deletes == Answer.Unknown ? Answer.Unknown : group.CreatesFirst && HasNewName(model, group) != Answer.No ? HasNewName(model, group) : Answer.No);
                }
            },
        },
    ];

    /// <summary>Whether the replacement has another name. One that the provider generates is another for sure.</summary>
    internal static Answer HasNewName(PlanModel model, ResourceChange change, string attribute = "name")
    {
        var name = change.After[attribute];
        return !name.IsUnknown ? name.Text == change.Before[attribute].Text ? Answer.No : Answer.Yes
            : change.After["name_prefix"].Text is { Length: > 0 } || model.Plan.Configuration.Gives(change, attribute) == Answer.No ? Answer.Yes
            : Answer.Unknown;
    }

    private static void CheckInUse(PlanModel model, ResourceChange group, RuleReport report)
    {
        if (group.Deletes != Answer.Yes)
        {
            report.JudgeReplacement(group, group.Deletes);
            return;
        }
        var (holders, users) = (ApplyOrder.HoldersOf(model, group, Users), ApplyOrder.UsersBefore(model, group, Users));
        var outside = group.Before["load_balancer_arns"];
        if (holders.Count > 0)
        {
            report.JudgeReplacement(group, Answer.Yes, consequence: $"AWS refuses to delete a target group in use (ResourceInUse), and {ApplyOrder.Use(group, holders)}: the apply stops half-way.");
        }
        else if (users.Count == 0 && outside.Items.Any(balancer => model.Find(balancer.Text, "aws_lb") is not { Deletes: Answer.Yes }))
        {
            report.JudgeReplacement(group, Answer.Yes, consequence: "AWS refuses to delete a target group in use (ResourceInUse), and a load balancer outside this plan uses it: the apply stops half-way.");
        }
        else if (users.Count == 0 && outside.IsNull)
        {
            report.CannotTell(group, "load_balancer_arns", "The plan does not show what uses the group.");
        }
        else
        {
            report.Holds(group);
        }
    }
}
