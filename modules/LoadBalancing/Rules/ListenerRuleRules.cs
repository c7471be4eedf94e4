using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the rules of a listener among each other.</summary>
internal static class ListenerRuleRules
{
    private const int HighestPriority = 50_000;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("RULE079", "A rule's priority is 1 to 50000.", "CreateRule rejects it.", "elbv2 CreateRuleInput.Priority")
            .ForAll(CheckRange)
            .Bounding((ApplicationListenerRuleProps rule) => rule.Priority, new NumberBetween(1, 50_000)),
        Rule.Error("RULE080", "The rules of a listener have different priorities.", "CreateRule fails with PriorityInUse.", "elbv2 CreateRuleInput.Priority, PriorityInUseException")
            .ForAll(CheckCollisions),
        Rule.Warning("RULE193", "Rules of a listener that one request can meet have priorities that somebody chose.", "Which of them gets the request follows from their names: a service loses its requests to another.", "elbv2 CreateRuleInput.Priority: rules are evaluated from the lowest priority to the highest")
            .ForAll(CheckOverlaps),
    ];

    private static void CheckRange(Model model, Report report)
    {
        foreach (var (rule, props) in model.With<IListenerRuleProps>())
        {
            if (props.Priority.IsLiteral(out var priority) && priority is < 1 or > HighestPriority)
            {
                report.At(rule).Add("priority", "is out of range", $"{priority}", $"1 to {HighestPriority}", "use a value that is allowed, or remove it to get one from the rule's name");
            }
        }
    }

    /// <summary>The rules of each listener that is known.</summary>
    private static IEnumerable<IGrouping<Declaration, (Declaration Rule, IListenerRuleProps Props)>> ByListener(Model model)
    {
        var listeners = new ListenersByArn(model);
        return model.With<IListenerRuleProps>()
            .Select(rule => (Listener: listeners.Of(rule.Declaration, rule.Props), Rule: rule))
            .Where(rule => rule.Listener is not null)
            .GroupBy(rule => rule.Listener!, rule => (rule.Rule.Declaration, rule.Rule.Props));
    }

    private static void CheckCollisions(Model model, Report report)
    {
        foreach (var rules in ByListener(model))
        {
            var owners = new Dictionary<int, Declaration>();
            // Whoever says a priority has it.
            foreach (var (rule, props) in rules.OrderBy(rule => rule.Props.Priority is null))
            {
                if (PriorityOf(rule, props) is { } priority && !owners.TryAdd(priority, rule))
                {
                    var isChosen = props.Priority is not null;
                    var got = isChosen ? $"{priority}" : $"{priority}, from the name {NameOf(rule)}";
                    report.At(rule).Add(isChosen ? "priority" : "", $"{(isChosen ? "is" : "has")} the priority of {owners[priority].Path} too", got, "a priority of its own", isChosen ? "choose another" : $"set priority to {Free(priority, rules)}");
                }
            }
        }

        static int Free(int priority, IEnumerable<(Declaration Rule, IListenerRuleProps Props)> rules)
        {
            var taken = rules.Select(rule => PriorityOf(rule.Rule, rule.Props)).ToHashSet();
            return Enumerable.Range(priority, HighestPriority).First(candidate => !taken.Contains(candidate));
        }
    }

    /// <summary>The priority that AWS gets; null for an expression.</summary>
    private static int? PriorityOf(Declaration rule, IListenerRuleProps props) =>
        props.Priority is null ? RulePriority.Of(NameOf(rule)) : props.Priority.TryGetLiteral(out var priority) ? priority : null;

    /// <summary>The rule's name, or that of what it is a part of.</summary>
    private static string NameOf(Declaration rule)
    {
        var named = rule;
        while (named is { Name.Length: 0, Parent: { } parent })
        {
            named = parent;
        }
        return named.Name;
    }

    private static void CheckOverlaps(Model model, Report report)
    {
        foreach (var rules in ByListener(model))
        {
            var unordered = rules.Where(rule => rule.Props.Priority is null).ToList();
            for (var index = 1; index < unordered.Count; index++)
            {
                var (rule, props) = unordered[index];
                if (unordered.Take(index).FirstOrDefault(other => RuleOverlap.IsPossible(other.Props.Conditions, props.Conditions)).Rule is { } first)
                {
                    var (mine, other) = (RulePriority.Of(NameOf(rule)), RulePriority.Of(NameOf(first)));
                    report.At(rule).Add("", $"can meet the same request as {first.Path}", $"{mine} and {other}, from their names", "a priority that somebody chose for one of the two, below 10000 for the one that comes first", "set priority on the more specific one");
                }
            }
        }
    }
}
