using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Events;

/// <summary>What holds of the comparisons in event patterns.</summary>
internal static class EventPatternRules
{
    private const int Longest = 4096;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("EVT356", "A pattern has at most 4096 characters, and no empty list; its comparisons have one of EventBridge's operators, and what that takes.", "PutRule fails with InvalidEventPatternException.", "EventBridge PutRuleRequest.EventPattern; EventBridge guide, comparison operators in event patterns")
            .For<EventTaskProps>(Check),
        Rule.Warning("EVT363", "The operators in an event pattern are known here.", "PutRule fails with InvalidEventPatternException for one that EventBridge does not know.", "EventBridge guide, comparison operators in event patterns")
            .For<EventTaskProps>(CheckOperators),
    ];

    private static void CheckOperators(EventTaskProps task, Report report)
    {
        if (task.EventPattern.TryGetLiteral(out var text) && EventPatternText.Parse(text) is { } pattern)
        {
            foreach (var (field, name) in EventPatternOperators.Unknown(pattern))
            {
                report.Add("eventPattern", $"has an operator that is not known here, {name}", $"field {field}", string.Join(", ", EventPatternOperators.Known), "look it up in EventBridge's guide");
            }
        }
    }

    private static void Check(EventTaskProps task, Report report)
    {
        if (!task.EventPattern.TryGetLiteral(out var text) || EventPatternText.Parse(text) is not { } pattern || EventPatternText.FieldWithoutList(pattern) is not null)
        {
            return;
        }
        if (EventPatternText.Canonical(text).Length is > Longest and var length)
        {
            report.Add("eventPattern", "is too long", $"{length} characters", $"at most {Longest}", "match fewer values, by a prefix or in a second task");
        }
        if (EventPatternOperators.Mistake(pattern) is var (field, what, allowed))
        {
            report.Add("eventPattern", what, $"field {field}", allowed, "correct it");
        }
    }
}
