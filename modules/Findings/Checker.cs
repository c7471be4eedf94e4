namespace Orchestrator.Modules.Findings;

/// <summary>Runs every rule over a model.</summary>
public static class Checker
{
    /// <summary>All findings in the order of the catalogue and then of declaration. What several parts are made of is told once, by the first of the gravest rules that it breaks.</summary>
    public static IReadOnlyList<Finding> Check(Model model)
    {
        var findings = new List<Finding>();
        foreach (var rule in RuleCatalogue.All)
        {
            rule.Check(model, new Report(rule, findings));
        }
        var told = findings.Where(finding => finding.Rule is { IsLastResort: false, Level: Level.Error }).Select(finding => finding.Path).ToHashSet();
        findings.RemoveAll(finding => finding.Rule.IsLastResort && told.Contains(finding.Path));
        return [.. findings.GroupBy(finding => (finding.Path, finding.What, finding.Got, finding.Allowed)).Select(same => same.MaxBy(finding => finding.Rule.Level)!)];
    }
}
