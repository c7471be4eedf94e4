using Orchestrator.Review.Changes;
using Orchestrator.Review.Masking;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Findings;

/// <summary>Makes findings of what rules came to: masked, with their severities, and folded under their cause.</summary>
internal sealed class FindingWriter(Masker masker, Cascades cascades, Renames renames, ReviewSettings settings)
{
    /// <summary>The address of what is about the plan as a whole.</summary>
    internal const string WholePlan = "plan";

    /// <summary>The findings, the most severe first.</summary>
    internal IReadOnlyList<Finding> Of(IReadOnlyList<RuleResult> results)
    {
        var told = results.Where(result => result.Outcome != Outcome.Holds && !IsToldOtherwise(result)).ToList();
        var roots = told.Where(result => result is { Outcome: Outcome.Violates, Change: not null } && cascades.RootOf(result.Change) is null)
            .GroupBy(result => result.Change!).ToDictionary(group => group.Key, group => group.MaxBy(SeverityOf)!);
        var folded = told.Where(result => RootOf(result, roots) is not null).ToLookup(result => RootOf(result, roots)!);
        return [.. told.Where(result => RootOf(result, roots) is null)
            .Select(result => Write(result, [.. folded[result]]))
            .DistinctBy(finding => finding.Fingerprint)
            .OrderBy(finding => finding.Outcome).ThenByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Address, StringComparer.Ordinal).ThenBy(finding => finding.Attribute, StringComparer.Ordinal)];
    }

    /// <summary>What happens by a deletion is another thing where something is only renamed: that is one finding, with its moved block.</summary>
    private bool IsToldOtherwise(RuleResult result) => result.Change is { } change && renames.IsRenamed(change) && result.Snippet is null;

    private RuleResult? RootOf(RuleResult result, Dictionary<ResourceChange, RuleResult> roots) =>
        result is { Outcome: Outcome.Violates, Change: { } change } && cascades.RootOf(change) is { } root ? roots.GetValueOrDefault(root) : null;

    private Severity SeverityOf(RuleResult result) =>
        settings.Severities.TryGetValue(result.Rule.Id, out var chosen) && result.Outcome == Outcome.Violates ? chosen
        : result.Outcome == Outcome.CannotTell ? settings.CannotTell
        : result.Severity;

    private Finding Write(RuleResult result, IReadOnlyList<RuleResult> folded)
    {
        var change = result.Change;
        var address = change?.Address ?? WholePlan;
        var (before, after) = change is not null && result.Attribute.Length > 0 ? masker.Show(change, result.Attribute) : (null, null);
        // A rule's own words for a value repeat it: where that is hidden, they are too.
        var hides = change is not null && Sensitivity.Hides(change, result.Attribute.Split('[')[0]);
        before = result.Before is null ? before : hides ? Masker.Hidden : Masker.Cut(masker.Text(result.Before));
        after = result.After is null ? after : hides ? Masker.Hidden : Masker.Cut(masker.Text(result.After));
        var identity = result.After is not null ? hides ? Masker.Hidden : masker.Text(result.After) : change is not null && result.Attribute.Length > 0 ? masker.Identity(change, result.Attribute) : "";
        return new Finding
        {
            Rule = result.Rule.Id,
            Severity = folded.Select(SeverityOf).Append(SeverityOf(result)).Max(),
            Outcome = result.Outcome,
            Address = masker.Text(address),
            Attribute = masker.Text(result.Attribute),
            Before = before,
            After = after,
            Consequence = masker.Text(result.Consequence),
            Advice = masker.Text(result.Advice),
            Snippet = result.Snippet is null ? null : masker.Text(result.Snippet),
            Fingerprint = FindingFingerprint.Of(result.Rule.Id, address, result.Attribute, identity),
            Folded = [.. folded.Select(item => new FoldedFinding(item.Rule.Id, masker.Text(item.Change!.Address), masker.Text(item.Consequence))).Distinct().OrderBy(item => item.Address, StringComparer.Ordinal).ThenBy(item => item.Rule, StringComparer.Ordinal)],
        };
    }
}
