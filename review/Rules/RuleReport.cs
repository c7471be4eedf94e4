using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Takes what one rule finds. A change of null stands for the plan as a whole.</summary>
public sealed class RuleReport
{
    private readonly PlanRule _rule;
    private readonly List<RuleResult> _results;

    internal RuleReport(PlanRule rule, List<RuleResult> results)
    {
        _rule = rule;
        _results = results;
    }

    /// <summary>It was looked at, and all is well.</summary>
    public void Holds(ResourceChange? change) => Add(Outcome.Holds, change, "");

    /// <summary>What the rule warns of happens.</summary>
    /// <param name="change">The resource.</param>
    /// <param name="attribute">Which attribute, as a path with dots; empty for the resource as a whole.</param>
    /// <param name="before">What stands for the value before, unless it is simply that of the attribute.</param>
    /// <param name="after">The same for the value after.</param>
    /// <param name="severity">How severe it is here; as the rule says unless given.</param>
    /// <param name="consequence">What happens; as the rule says unless given.</param>
    /// <param name="advice">What to do; as the rule says unless given.</param>
    /// <param name="snippet">What to write into the configuration, as it is; nothing unless given.</param>
    public void Violates(ResourceChange? change, string attribute = "", string? before = null, string? after = null, Severity? severity = null, string? consequence = null, string? advice = null, string? snippet = null) =>
        Add(Outcome.Violates, change, attribute, before, after, severity, consequence, advice, snippet);

    /// <summary>The plan does not say.</summary>
    /// <param name="change">The resource.</param>
    /// <param name="attribute">Which attribute's value is missing.</param>
    /// <param name="because">Why, as a sentence: what it depends on.</param>
    /// <param name="before">What stands for the value before, unless it is simply that of the attribute.</param>
    /// <param name="after">The same for the value after.</param>
    /// <param name="advice">What to do; as the rule says unless given.</param>
    public void CannotTell(ResourceChange? change, string attribute, string because, string? before = null, string? after = null, string? advice = null) =>
        Add(Outcome.CannotTell, change, attribute, before, after, Severity.Medium, $"{because}{(advice is null ? $" If so: {Lower(_rule.Consequence)}" : "")}", advice);

    /// <summary>Reports what the answer to the rule's question is: yes violates it.</summary>
    public void Judge(ResourceChange change, string attribute, Answer answer, string because = "The value is known only after the apply.", Severity? severity = null, string? consequence = null, string? advice = null)
    {
        switch (answer)
        {
            case Answer.Yes:
                Violates(change, attribute, severity: severity, consequence: consequence, advice: advice);
                break;
            case Answer.No:
                Holds(change);
                break;
            default:
                CannotTell(change, attribute, because);
                break;
        }
    }

    /// <summary>Reports whether a resource is deleted, naming the attribute that forces it.</summary>
    public void JudgeDeletion(ResourceChange change, Severity? severity = null, string? consequence = null, string? advice = null) => JudgeReplacement(change, change.Deletes, severity, consequence, advice);

    /// <summary>Reports a kind of replacement, naming the attribute that forces it.</summary>
    internal void JudgeReplacement(ResourceChange change, Answer answer, Severity? severity = null, string? consequence = null, string? advice = null) =>
        Judge(change, change.ReplacePaths is [var path, ..] ? path : "", answer, Postponed(change), severity, consequence, advice ?? (change.Replaces ? null : _rule.AdviceWhereDeleted));

    private static string Postponed(ResourceChange change) => change.DeferredBecause is { } reason
        ? $"The plan leaves this change to a later one ({reason})."
        : $"The plan's actions are not known here: {string.Join(", ", change.Actions)}.";

    private static string Lower(string sentence) => sentence.Length > 1 && char.IsLower(sentence[1]) ? $"{char.ToLowerInvariant(sentence[0])}{sentence[1..]}" : sentence;

    private void Add(Outcome outcome, ResourceChange? change, string attribute, string? before = null, string? after = null, Severity? severity = null, string? consequence = null, string? advice = null, string? snippet = null) =>
        _results.Add(new RuleResult(_rule, outcome, change, attribute)
        {
            Before = before,
            After = after,
            Severity = severity ?? _rule.Severity,
            Consequence = consequence ?? _rule.Consequence,
            Advice = advice ?? _rule.Advice,
            Snippet = snippet,
        });
}
