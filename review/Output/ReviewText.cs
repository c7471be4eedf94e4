using System.Text;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Rules;
using Orchestrator.Text;

namespace Orchestrator.Review.Output;

/// <summary>A review for a terminal.</summary>
public static class ReviewText
{
    private const int MostAttributes = 6;

    /// <summary>The text.</summary>
    /// <param name="review">The review.</param>
    /// <param name="hasColors">Whether the terminal shows colours.</param>
    public static string Of(PlanReview review, bool hasColors = false)
    {
        var text = new StringBuilder();
        text.Append(Colored(Wording.Verdict(review), review.IsBlocked ? "1;31" : "1;32", hasColors)).Append('\n');
        text.Append(PlainText.Of(Wording.Counts(review))).Append('\n');
        text.Append(Wording.LookedAt(review) is { Length: > 0 } looked ? $"{PlainText.Of(looked)}\n" : "");
        Section(text, "", review.Findings.Where(finding => finding.Outcome == Outcome.Violates), finding => AppendFinding(text, finding, hasColors));
        Section(text, "The plan does not say:\n", review.Findings.Where(finding => finding.Outcome == Outcome.CannotTell), finding => AppendFinding(text, finding, hasColors));
        Section(text, "Acknowledgements that do not hold:\n", review.Stale, stale => text.Append($"  {PlainText.Of($"{stale.Acknowledgement.Rule} {stale.Acknowledgement.Address} {stale.Why}")}\n"));
        Section(text, "Changes:\n", review.Shown.Concat(review.Outputs), change =>
        {
            text.Append($"  {PlainText.Of(Wording.Headline(change))}\n");
            foreach (var attribute in change.Attributes.Take(change.Follows is null ? MostAttributes : 0))
            {
                text.Append($"    {PlainText.Of($"{attribute.Path}: {attribute.Before} → {attribute.After}")}\n");
            }
            if (change.Follows is null && change.Attributes.Count > MostAttributes)
            {
                text.Append($"    and {change.Attributes.Count - MostAttributes} more\n");
            }
        });
        Section(text, "Changed outside Terraform:\n", review.Drift, drift => text.Append($"  {PlainText.Of(Wording.Headline(drift))}\n"));
        return text.Append($"\nplan fingerprint {review.Fingerprint}\n").ToString();
    }

    /// <summary>What each rule came to: which ran, which could not tell, and which the plan did not concern.</summary>
    /// <param name="review">The review.</param>
    /// <param name="rules">The rules that it went by.</param>
    public static string OfRules(PlanReview review, IReadOnlyList<PlanRule> rules)
    {
        var text = new StringBuilder("\nRules:\n");
        foreach (var tally in review.Rules)
        {
            text.Append($"  {tally.Rule} violated {tally.Violates}, holds {tally.Holds}, cannot tell {tally.CannotTell}\n");
        }
        var others = rules.Select(rule => rule.Id).Except(review.Rules.Select(tally => tally.Rule), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return text.Append(others.Count == 0 ? "" : $"  nothing in the plan concerns {string.Join(", ", others)}\n").ToString();
    }

    private static void Section<T>(StringBuilder text, string heading, IEnumerable<T> items, Action<T> append)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (isFirst)
            {
                text.Append('\n').Append(heading);
                isFirst = false;
            }
            append(item);
        }
    }

    private static void AppendFinding(StringBuilder text, Finding finding, bool hasColors)
    {
        var color = finding.Severity switch { Severity.Critical => "31", Severity.High => "33", _ => "36" };
        var severity = Colored(finding.Acknowledgement is null ? Wording.Of(finding.Severity) : $"acknowledged {Wording.Of(finding.Severity)}", color, hasColors);
        var change = Wording.Change(finding);
        text.Append($"{severity} {finding.Rule} {PlainText.Of(finding.Address)}{(change.Length == 0 ? "" : $" ({PlainText.Of(change)})")}\n");
        text.Append($"  {PlainText.Of(finding.Consequence)}\n");
        text.Append($"  {PlainText.Of(finding.Acknowledgement is { } given ? $"Acknowledged until {given.Expires:yyyy-MM-dd}: {given.Reason}" : finding.Advice)}\n");
        foreach (var line in finding.Snippet?.TrimEnd('\n').Split('\n') ?? [])
        {
            text.Append($"    {PlainText.Of(line)}\n");
        }
        foreach (var folded in finding.Folded)
        {
            text.Append($"  with it {folded.Rule} {PlainText.Of($"{folded.Address}: {folded.Consequence}")}\n");
        }
        text.Append($"  fingerprint {finding.Fingerprint}\n");
    }

    private static string Colored(string text, string color, bool hasColors) => hasColors ? $"\e[{color}m{text}\e[0m" : text;
}
