using Orchestrator.Review.Changes;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Output;

/// <summary>What every format says in the same words.</summary>
internal static class Wording
{
    private const int MostTypes = 6;
    private const int MostReferring = 10;
    private static readonly string[] Actions = ["create", "update", "replace", "delete", "forget", "import", "move", "invoke"];

    /// <summary>The verdict in a line.</summary>
    internal static string Verdict(PlanReview review)
    {
        var blocking = review.Findings.Where(finding => finding.Blocks).ToList();
        if (blocking.Count > 0)
        {
            return $"Wait: {Plural(blocking.Count, "finding")} to be answered for ({Severities(blocking)})";
        }
        var questions = review.Findings.Count(finding => finding is { Outcome: Outcome.CannotTell, Acknowledgement: null });
        var acknowledged = review.Findings.Count(finding => finding.Acknowledgement is not null);
        var open = review.Findings.Count(finding => finding is { Outcome: Outcome.Violates, Acknowledgement: null });
        return !review.HasChanges ? review.Findings.Count == 0 ? "No changes" : $"No changes; {Plural(open, "finding")} to know of"
            : acknowledged > 0 ? $"Go: {Plural(acknowledged, "acknowledged finding")}{(open > 0 ? $", {open} to know of" : "")}"
            : open > 0 ? $"Go: {Plural(open, "finding")} to know of"
            : questions > 0 ? $"Go: nothing to object to, and {Plural(questions, "thing")} that the plan does not say"
            : review.Coverage is { WithRules: 0, Changed: > 0 } ? "Go: no rule looks at what changes"
            : "Go: nothing to object to";
    }

    /// <summary>What the rules looked at, in a sentence; empty where that is everything.</summary>
    internal static string LookedAt(PlanReview review)
    {
        var coverage = review.Coverage;
        if (coverage.Without.Count == 0)
        {
            return "";
        }
        var types = coverage.Without.Take(MostTypes).Select(type => $"{type.Count} {type.Type}").ToList();
        if (coverage.Without.Count > MostTypes)
        {
            types.Add($"{coverage.Without.Skip(MostTypes).Sum(type => type.Count)} of {coverage.Without.Count - MostTypes} other types");
        }
        var referring = coverage.Referring.Count == 0 ? "" : $". Of these, look yourself at what refers to load balancing: {string.Join(", ", coverage.Referring.Take(MostReferring))}{(coverage.Referring.Count > MostReferring ? $" and {coverage.Referring.Count - MostReferring} more" : "")}";
        return $"rules looked at {coverage.WithRules} of {Plural(coverage.Changed, "changed resource")}; there is none for {string.Join(", ", types)}{referring}";
    }

    /// <summary>How many changes there are of each kind, and what is not shown.</summary>
    internal static string Counts(PlanReview review)
    {
        var own = review.Changes.Where(change => change is { Noise: null, Follows: null }).ToList();
        var parts = Actions.Select(action => (action, count: own.Count(change => change.Action == action))).Where(pair => pair.count > 0).Select(pair => $"{pair.count} {pair.action}").ToList();
        parts.AddRange(own.Where(change => !Actions.Contains(change.Action)).GroupBy(change => change.Action).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));
        var following = review.Changes.Count(change => change.Follows is not null);
        if (following > 0)
        {
            parts.Add($"{following} that follow from those");
        }
        if (review.Outputs.Count > 0)
        {
            parts.Add(Plural(review.Outputs.Count, "output"));
        }
        var text = parts.Count == 0 ? "nothing changes" : string.Join(", ", parts);
        var noise = review.Changes.Where(change => change.Noise is not null).GroupBy(change => change.Noise!).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}").ToList();
        if (review.Reads > 0)
        {
            noise.Add(Plural(review.Reads, "read"));
        }
        return noise.Count == 0 ? text : $"{text}; not shown: {string.Join(", ", noise)}";
    }

    /// <summary>A severity or an outcome in small letters.</summary>
    internal static string Of(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>An outcome as programs read it.</summary>
    internal static string Of(Outcome outcome) => outcome switch { Outcome.Violates => "violates", Outcome.Holds => "holds", _ => "cannotTell" };

    /// <summary>An attribute with what becomes of it; empty where the finding is about the resource as a whole.</summary>
    internal static string Change(Finding finding) => finding.Attribute.Length == 0 ? "" : finding.Before is null && finding.After is null ? finding.Attribute : $"{finding.Attribute}: {finding.Before ?? "(none)"} → {finding.After ?? "(none)"}";

    /// <summary>A reviewed change in a line: what happens, to what, and why.</summary>
    internal static string Headline(ReviewedChange change) =>
        $"{change.Action} {change.Address}{(change.Follows is { } root ? $", follows {root}" : change.Reason is { } reason ? $", {reason}" : "")}";

    /// <summary>A text up to the end of its first sentence.</summary>
    internal static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;

    /// <summary>1 finding, 2 findings.</summary>
    internal static string Plural(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Severities(IReadOnlyList<Finding> findings) =>
        string.Join(", ", findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Of(group.Key)}"));
}
