using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Two things that are to have one name at the same time.</summary>
internal static class NameRules
{
    /// <summary>What must be unique, by which attribute, and within what.</summary>
    private static readonly (string Type, string Attribute, string? Within)[] Unique =
    [
        ("aws_lb_target_group", "name", null),
        ("aws_lb", "name", null),
        ("aws_security_group", "name", "vpc_id"),
        ("aws_ecs_service", "name", "cluster"),
        ("aws_lambda_function", "function_name", null),
        ("aws_iam_role", "name", null),
    ];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN07", Severity.Critical, "target group, load balancer, security group, ECS service, function, role", "Something is replaced, the new one first, under the same fixed name.",
            "The old one still has the name: AWS refuses the duplicate, and the apply fails.",
            "Give the new one another name, or a name_prefix, or remove create_before_destroy.")
        {
            Check = static (model, report) =>
            {
                foreach (var (type, attribute, within) in Unique)
                {
                    foreach (var change in model.Of(type).Where(change => change.Replaces))
                    {
                        report.Judge(change, attribute, KeepsName(model, change, attribute, within), "The new name is known only after the apply.");
                    }
                }
            },
        },
    ];

    private static Answer KeepsName(PlanModel model, ResourceChange change, string attribute, string? within) =>
        !change.CreatesFirst || within is not null && change.Differs(within) == Answer.Yes ? Answer.No
        : TargetGroupRules.HasNewName(model, change, attribute) switch { Answer.Yes => Answer.No, Answer.No => Answer.Yes, _ => Answer.Unknown };
}
