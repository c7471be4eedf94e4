using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Rules of a listener that another one takes all requests away from.</summary>
internal static class ShadowRules
{
    private const string Rule = "aws_lb_listener_rule";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN50", Severity.High, Rule, "A rule comes before another of its listener and takes every request that the other took, to do something else with it.",
            "The other rule, or the default action, gets no request any more.",
            "Give the rule a higher priority number than the rules that are more special, or conditions of its own.")
        {
            Check = static (model, report) =>
            {
                var byListener = model.Of(Rule).Where(rule => rule.After.IsKnown && rule.Deletes != Answer.Unknown).ToLookup(rule => ListenerOf(model, rule), StringComparer.Ordinal);
                foreach (var rules in byListener.Where(rules => rules.Key is not null))
                {
                    foreach (var rule in rules.Where(rule => !rule.IsUntouched))
                    {
                        Check(model, rule, [.. rules], report);
                    }
                }
            },
        },
    ];

    private static string? ListenerOf(PlanModel model, ResourceChange rule) =>
        model.Linked(rule, "listener_arn", "aws_lb_listener") is [var listener, ..] ? listener.Address : rule.After["listener_arn"].Text;

    private static void Check(PlanModel model, ResourceChange rule, IReadOnlyList<ResourceChange> rules, RuleReport report)
    {
        var conditions = RuleConditions.Of(rule.After["condition"]);
        if (conditions is null || rule.After["priority"].IsUnknown && model.Plan.Configuration.Gives(rule, "priority") != Answer.No)
        {
            report.CannotTell(rule, conditions is null ? "condition" : "priority", "Which requests the rule takes is known only after the apply.");
            return;
        }
        var shadowed = rules.Where(other => other != rule && Follows(rule, other) && conditions.Covers(RuleConditions.Of(other.After["condition"]) ?? conditions) && RuleConditions.Of(other.After["condition"]) is not null && !Did(rule, other) && !DoTheSame(rule, other))
            .Select(other => other.Address).Order(StringComparer.Ordinal).ToList();
        var takesAll = conditions.IsForAll && !(rule.Before.IsKnown && RuleConditions.Of(rule.Before["condition"]) is { IsForAll: true });
        if (shadowed.Count == 0 && !takesAll)
        {
            report.Holds(rule);
            return;
        }
        var what = ActionTargets.Types(rule.After["action"]);
        var losers = shadowed.Count > 0 ? $"{string.Join(", ", shadowed)}{(takesAll ? " and the default action" : "")}" : "The default action";
        report.Violates(rule, "condition", consequence: $"{losers} {(shadowed.Count > 1 || takesAll && shadowed.Count > 0 ? "get" : "gets")} no request any more: this rule comes first, takes all of them, and answers with {what}.");
    }

    private static bool Follows(ResourceChange rule, ResourceChange other) => rule.After["priority"].Number is { } first && other.After["priority"].Number is { } second && first < second;

    /// <summary>Whether it was so before.</summary>
    private static bool Did(ResourceChange rule, ResourceChange other) =>
        rule.Before.IsKnown && other.Before.IsKnown
        && rule.Before["priority"].Number < other.Before["priority"].Number
        && RuleConditions.Of(rule.Before["condition"]) is { } conditions && RuleConditions.Of(other.Before["condition"]) is { } others && conditions.Covers(others);

    private static bool DoTheSame(ResourceChange rule, ResourceChange other) => !rule.After["action"].HasUnknown && Canonical.Same(Rule, "action", rule.After["action"], other.After["action"]);
}
