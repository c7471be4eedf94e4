using System.Text;
using Orchestrator.Diagram;
using Orchestrator.Review.Changes;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Output;

/// <summary>A review as a comment on a pull request.</summary>
public static class ReviewMarkdown
{
    /// <summary>What fits a comment on GitHub, with some room for what a workflow adds.</summary>
    public const int CommentBudget = 65_000;

    /// <summary>The least that a page can be told to stay within.</summary>
    public const int LeastBudget = 2_000;

    private const int RoomForEnd = 400;
    private const int MostWorst = 3;
    private const int LongestStack = 100;

    /// <summary>The page: verdict, findings, picture, details. What does not fit is left out whole and counted.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stack">What the plan is called; a comment of this stack is found again by it.</param>
    /// <param name="most">The most characters.</param>
    public static string Of(PlanReview review, string stack = "", int most = CommentBudget)
    {
        var page = new MarkdownBudget(Math.Max(most, LeastBudget));
        page.Reserve(RoomForEnd);
        page.TryAdd(Head(review, stack.Length > LongestStack ? stack[..LongestStack] : stack));
        var leftOut = new List<string>();
        void Add(string noun, IEnumerable<string> blocks)
        {
            var count = page.AddWhileFitting([.. blocks]);
            if (count > 0)
            {
                leftOut.Add(Wording.Plural(count, noun));
            }
        }
        Add("finding", review.Findings.Where(finding => finding.Outcome == Outcome.Violates).Select(OfFinding));
        if (review.Picture.Nodes.Count > 0)
        {
            Add("picture", [$"\n{Mermaid.Markdown(review.Picture)}"]);
        }
        Add("question", review.Findings.Where(finding => finding.Outcome == Outcome.CannotTell).Select(OfQuestion));
        Add("acknowledgement", review.Stale.Select(stale => $"\n- :hourglass: {stale.Acknowledgement.Rule} {MarkdownText.Code(stale.Acknowledgement.Address)}: the acknowledgement {MarkdownText.Of(stale.Why)}\n"));
        Add("resource", review.Shown.Concat(review.Outputs).Select(change => OfChange(change, "")));
        Add("drifted resource", review.Drift.Select(drift => OfChange(drift, "outside Terraform: ")));
        return page.Close($"\n{(leftOut.Count == 0 ? "" : $"**Left out for length:** {string.Join(", ", leftOut)}. The whole is in the formats html and json.\n\n")}<sub>plan fingerprint <code>{review.Fingerprint}</code></sub>\n");
    }

    private static string Head(PlanReview review, string stack)
    {
        var mark = review.IsBlocked ? ":no_entry:" : review.HasChanges ? ":white_check_mark:" : ":zzz:";
        var title = stack.Length == 0 ? "" : $" {MarkdownText.Code(stack)}";
        return $"<!-- orchestrator review {Marker(stack)} -->\n## {mark} Plan{title}: {MarkdownText.Of(Wording.Verdict(review))}\n\n{MarkdownText.Of(Wording.Counts(review))}\n{(Wording.LookedAt(review) is { Length: > 0 } looked ? $"\n{MarkdownText.Of(looked)}\n" : "")}{Worst(review)}";
    }

    /// <summary>The worst of several findings, in a sentence each.</summary>
    private static string Worst(PlanReview review)
    {
        var findings = review.Findings.Where(finding => finding is { Outcome: Outcome.Violates, Acknowledgement: null }).ToList();
        return findings.Count < 2 ? "" : $"\n{string.Concat(findings.Take(MostWorst).Select((finding, index) => $"{index + 1}. {MarkdownText.Code(finding.Address)}: {MarkdownText.Of(Wording.FirstSentence(finding.Consequence))}\n"))}";
    }

    /// <summary>A comment in HTML ends at the first --.</summary>
    private static string Marker(string stack) => string.Concat(stack.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '/' ? character : '_'));

    private static string OfFinding(Finding finding)
    {
        var text = new StringBuilder();
        var change = Wording.Change(finding);
        var severity = finding.Acknowledgement is null ? Wording.Of(finding.Severity) : $"acknowledged {Wording.Of(finding.Severity)}";
        text.Append($"\n### {Mark(finding)} {finding.Rule} {severity}: {MarkdownText.Code(finding.Address)}\n\n");
        if (change.Length > 0)
        {
            text.Append($"{MarkdownText.Code(change)}\n\n");
        }
        text.Append($"{MarkdownText.Of(finding.Consequence)}\n\n");
        text.Append(finding.Acknowledgement is { } given ? $"Acknowledged until {given.Expires:yyyy-MM-dd}: {MarkdownText.Of(given.Reason)}\n" : $"**Do:** {MarkdownText.Of(finding.Advice)}\n");
        if (finding.Snippet is { } snippet)
        {
            // Nothing in an address can end a pre element: whatever has a meaning there is escaped.
            text.Append($"\n<pre><code>{string.Join('\n', snippet.TrimEnd('\n').Split('\n').Select(MarkdownText.Of))}</code></pre>\n");
        }
        if (finding.Folded.Count > 0)
        {
            text.Append($"\n<details><summary>{Wording.Plural(finding.Folded.Count, "finding")} that follow from it</summary>\n\n");
            foreach (var folded in finding.Folded)
            {
                text.Append($"- {folded.Rule} {MarkdownText.Code(folded.Address)}: {MarkdownText.Of(folded.Consequence)}\n");
            }
            text.Append("\n</details>\n");
        }
        return text.Append($"\n<sub>finding fingerprint <code>{finding.Fingerprint}</code></sub>\n").ToString();
    }

    private static string OfQuestion(Finding finding) =>
        $"\n- :grey_question: {finding.Rule} {MarkdownText.Code(finding.Address)}{(finding.Attribute.Length == 0 ? "" : $" {MarkdownText.Code(finding.Attribute)}")}: {MarkdownText.Of(finding.Consequence)}\n";

    private static string OfChange(ReviewedChange change, string prefix)
    {
        var headline = $"{prefix}{change.Action} {MarkdownText.Code(change.Address)}{(change.Follows is { } root ? $", follows {MarkdownText.Code(root)}" : change.Reason is { } reason ? $", {MarkdownText.Of(reason)}" : "")}";
        if (change.Attributes.Count == 0 || change.Follows is not null)
        {
            return $"\n- {headline}\n";
        }
        var text = new StringBuilder($"\n<details><summary>{headline}</summary>\n\n| attribute | before | after |\n|---|---|---|\n");
        foreach (var attribute in change.Attributes)
        {
            text.Append($"| {MarkdownText.Code(attribute.Path)} | {MarkdownText.Code(attribute.Before)} | {MarkdownText.Code(attribute.After)} |\n");
        }
        return text.Append("\n</details>\n").ToString();
    }

    private static string Mark(Finding finding) => finding switch
    {
        { Acknowledgement: not null } => ":ballot_box_with_check:",
        { Severity: Severity.Critical } => ":no_entry:",
        { Severity: Severity.High } => ":warning:",
        _ => ":information_source:",
    };
}
