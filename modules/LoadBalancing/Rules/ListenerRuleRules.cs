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
            .For<ApplicationListenerRuleProps>(CheckRange)
            .Bounding((ApplicationListenerRuleProps rule) => rule.Priority, new NumberBetween(1, 50_000)),
        Rule.Error("RULE080", "The rules of a listener have different priorities.", "CreateRule fails with PriorityInUse.", "elbv2 CreateRuleInput.Priority, PriorityInUseException")
            .ForAll(CheckCollisions),
        Rule.Warning("RULE193", "Rules of a listener that one request can meet have priorities that somebody chose.", "Which of them gets the request follows from their names: a service loses its requests to another.", "elbv2 CreateRuleInput.Priority: rules are evaluated from the lowest priority to the highest")
            .ForAll(CheckOverlaps),
    ];

    private static void CheckRange(ApplicationListenerRuleProps rule, Report report)
    {
        if (rule.Priority.IsLiteral(out var priority) && priority is < 1 or > HighestPriority)
        {
            report.Add("priority", "is out of range", $"{priority}", $"1 to {HighestPriority}", "use a value that is allowed, or remove it to get one from the rule's name");
        }
    }

    /// <summary>The rules of each listener that is known.</summary>
    private static IEnumerable<IGrouping<Declaration, Declaration<ApplicationListenerRuleProps>>> ByListener(Model model)
    {
        var listeners = new ListenersByArn(model);
        return model.Of<ApplicationListenerRuleProps>()
            .Select(rule => (Listener: listeners.Of(rule), Rule: rule))
            .Where(rule => rule.Listener is not null)
            .GroupBy(rule => rule.Listener!, rule => rule.Rule);
    }

    private static void CheckCollisions(Model model, Report report)
    {
        foreach (var rules in ByListener(model))
        {
            var owners = new Dictionary<int, Declaration>();
            // Whoever says a priority has it.
            foreach (var rule in rules.OrderBy(rule => rule.Props.Priority is null))
            {
                if (PriorityOf(model, rule) is { } priority && !owners.TryAdd(priority, rule))
                {
                    var isChosen = rule.Props.Priority is not null;
                    var got = isChosen ? $"{priority}" : $"{priority}, from the name {rule.Name}";
                    report.At(rule).Add(isChosen ? "priority" : "", $"{(isChosen ? "is" : "has")} the priority of {owners[priority].WrittenAt()} too", got, "a priority of its own", isChosen ? "choose another" : $"set priority to {Free(model, priority, rules)}");
                }
            }
        }

        static int Free(Model model, int priority, IEnumerable<Declaration<ApplicationListenerRuleProps>> rules)
        {
            var taken = rules.Select(rule => PriorityOf(model, rule)).ToHashSet();
            return Enumerable.Range(priority, HighestPriority).First(candidate => !taken.Contains(candidate));
        }
    }

    /// <summary>The priority that AWS gets; null for an expression.</summary>
    private static int? PriorityOf(Model model, Declaration<ApplicationListenerRuleProps> rule) =>
        rule.Props.Priority is null ? RulePriority.Of(model, rule) : rule.Props.Priority.TryGetLiteral(out var priority) ? priority : null;

    private static void CheckOverlaps(Model model, Report report)
    {
        foreach (var rules in ByListener(model))
        {
            var unordered = rules.Where(rule => rule.Props.Priority is null).ToList();
            for (var index = 1; index < unordered.Count; index++)
            {
                var rule = unordered[index];
                if (unordered.Take(index).FirstOrDefault(other => RuleOverlap.IsPossible(other.Props.Conditions, rule.Props.Conditions)) is { } first)
                {
                    var (mine, other) = (RulePriority.Of(model, rule), RulePriority.Of(model, first));
                    report.At(rule).Add("", $"can meet the same request as {first.WrittenAt()}", $"{mine} and {other}, from their names", "a priority that somebody chose for one of the two, below 10000 for the one that comes first", "set priority on the more specific one");
                }
            }
        }
    }
}
