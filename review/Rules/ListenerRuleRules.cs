using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to the rules of listeners.</summary>
internal static class ListenerRuleRules
{
    private static readonly string[] Lists = ["host_header", "path_pattern", "http_request_method", "source_ip"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN13", Severity.High, "aws_lb_listener_rule", "A rule is deleted, a condition is removed or narrowed, or it gets a priority that another rule of the listener had.",
            "Requests that the rule took fall through to a later rule or to the default action.",
            "Put the rule that takes over in place first, and delete in a second apply.")
        {
            Check = static (model, report) =>
            {
                var owners = model.Of("aws_lb_listener_rule").Where(rule => rule.Before.IsKnown).ToLookup(rule => (rule.Before["listener_arn"].Text, rule.Before["priority"].Text));
                foreach (var rule in model.Of("aws_lb_listener_rule"))
                {
                    if (rule.Before.IsKnown && rule.Deletes != Answer.No)
                    {
                        report.JudgeDeletion(rule);
                    }
                    else if (rule.Before.IsKnown && rule.After.IsKnown)
                    {
                        CheckConditions(rule, report);
                    }
                    if (rule.After.IsKnown)
                    {
                        CheckPriority(model, rule, owners, report);
                    }
                }
            },
        },
    ];

    private static void CheckConditions(ResourceChange rule, RuleReport report)
    {
        var after = rule.After["condition"];
        if (after.IsUnknown || after.Items.Any(HasUnknownValue))
        {
            report.CannotTell(rule, "condition", "A condition is known only after the apply.");
            return;
        }
        var (old, current) = (Values(rule.Before["condition"]), Values(after));
        var removed = old.Except(current).Order(StringComparer.Ordinal).ToList();
        var kinds = old.Select(Kind).ToHashSet(StringComparer.Ordinal);
        var added = current.Where(value => !kinds.Contains(Kind(value))).Order(StringComparer.Ordinal).ToList();
        if (removed.Count == 0 && added.Count == 0)
        {
            report.Holds(rule);
            return;
        }
        var dropped = removed.Select(Kind).Distinct(StringComparer.Ordinal).Where(kind => current.All(value => Kind(value) != kind)).ToList();
        report.Violates(rule, "condition", string.Join("; ", old.Order(StringComparer.Ordinal)), string.Join("; ", current.Order(StringComparer.Ordinal)),
            consequence: dropped.Count > 0
                ? $"Without the condition on {string.Join(" and ", dropped)} the rule takes requests that later rules took."
                : "Requests that the rule took fall through to a later rule or to the default action.");
    }

    private static void CheckPriority(PlanModel model, ResourceChange rule, ILookup<(string? Listener, string? Priority), ResourceChange> owners, RuleReport report)
    {
        var priority = rule.After["priority"];
        if (rule.Before.IsKnown && rule.Differs("priority") == Answer.No)
        {
            return;
        }
        if (priority.IsUnknown)
        {
            // Without a priority AWS takes the next free one.
            if (model.Plan.Configuration.Gives(rule, "priority") == Answer.Yes)
            {
                report.CannotTell(rule, "priority", "The priority is known only after the apply.");
            }
            return;
        }
        var listener = rule.After["listener_arn"].Text ?? rule.Before["listener_arn"].Text;
        var owner = listener is null ? null : owners[(listener, priority.Text)].FirstOrDefault(other => other != rule && !model.Renames.AreOne(other, rule));
        if (owner is not null)
        {
            report.Violates(rule, "priority", rule.Before["priority"].Text ?? "(none)", priority.Text, consequence: $"{owner.Address} has this priority, and nothing makes it let go first: the apply can fail with PriorityInUse.", advice: "Use a priority that was free, or change the two in two applies.");
        }
        else
        {
            report.Holds(rule);
        }
    }

    private static bool HasUnknownValue(PlanValue condition) =>
        condition.IsUnknown || Lists.Append("http_header").Any(name => condition[name].IsUnknown || condition[name].Block["values"].HasUnknown) || condition["query_string"].HasUnknown;

    /// <summary>The values of all conditions, each as <c>host example.org</c>.</summary>
    private static HashSet<string> Values(PlanValue conditions)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in conditions.Items)
        {
            foreach (var name in Lists)
            {
                values.UnionWith(condition[name].Block["values"].Items.Select(value => $"{name} {value.Text}"));
            }
            values.UnionWith(condition["http_header"].Block["values"].Items.Select(value => $"http_header:{condition["http_header"].Block["http_header_name"].Text} {value.Text}"));
            values.UnionWith(condition["query_string"].Items.Select(query => $"query_string {query["key"].Text}={query["value"].Text}"));
        }
        return values;
    }

    private static string Kind(string value) => value[..value.IndexOf(' ')];
}
