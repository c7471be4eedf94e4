namespace Orchestrator.Modules.Findings;

/// <summary>Separates the findings that somebody answers for from those that nobody does.</summary>
internal static class Suppressions
{
    /// <summary>
    /// The findings that remain, with one for each suppression that has expired or that nothing needs; and those that are suppressed.
    /// </summary>
    /// <param name="findings">What was found.</param>
    /// <param name="suppressions">What is suppressed, with the path of each in the manifest.</param>
    /// <param name="today">The day that decides what has expired.</param>
    internal static (IReadOnlyList<Finding> Remaining, IReadOnlyList<SuppressedFinding> Suppressed) Apply(
        IReadOnlyList<Finding> findings, IReadOnlyList<(string Path, SuppressionProps Props)> suppressions, DateOnly today)
    {
        var remaining = new List<Finding>();
        var suppressed = new List<SuppressedFinding>();
        var needed = new HashSet<SuppressionProps>(ReferenceEqualityComparer.Instance);
        foreach (var finding in findings)
        {
            var matches = suppressions.Where(suppression => Matches(suppression.Props, finding)).ToList();
            needed.UnionWith(matches.Select(match => match.Props));
            if (matches.Find(match => match.Props.Expires >= today).Props is { } holding)
            {
                suppressed.Add(new SuppressedFinding(finding, holding.Reason, holding.Expires));
            }
            else
            {
                remaining.Add(finding);
            }
        }
        foreach (var (path, suppression) in suppressions)
        {
            remaining.AddRange(Judge(path, suppression, needed.Contains(suppression), today));
        }
        return (remaining, suppressed);
    }

    private static bool Matches(SuppressionProps suppression, Finding finding) =>
        finding.Rule.Id == suppression.Rule
        && finding.Path.StartsWith(suppression.Path, StringComparison.Ordinal)
        && (finding.Path.Length == suppression.Path.Length || finding.Path[suppression.Path.Length] is '.' or '[' or '/');

    private static IEnumerable<Finding> Judge(string path, SuppressionProps suppression, bool isNeeded, DateOnly today)
    {
        if (!RuleCatalogue.Has(suppression.Rule))
        {
            yield return new Finding(SuppressionRules.Justified, $"{path}.rule", "names a rule that there is not", Quoted.Of(suppression.Rule), "a rule's id from docs/rules.md", "correct the id");
        }
        else if (!isNeeded)
        {
            yield return new Finding(SuppressionRules.Needed, path, "suppresses nothing", $"{suppression.Rule} at {suppression.Path}", "the path of a finding", "remove it");
        }
        else if (suppression.Expires < today)
        {
            yield return new Finding(SuppressionRules.Needed, $"{path}.expires", "has expired", $"{suppression.Expires:yyyy-MM-dd}", "a day to come", "mend what it suppresses, or look at it again and choose a new day");
        }
        if (string.IsNullOrWhiteSpace(suppression.Reason))
        {
            yield return new Finding(SuppressionRules.Justified, $"{path}.reason", "is empty", Quoted.Of(suppression.Reason), "why the deviation is right here", "give a reason that a reviewer can judge");
        }
    }
}
