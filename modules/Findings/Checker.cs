namespace Orchestrator.Modules.Findings;

/// <summary>Runs every rule over a model.</summary>
public static class Checker
{
    /// <summary>All findings, each once, in the order of the catalogue and then of declaration.</summary>
    public static IReadOnlyList<Finding> Check(Model model)
    {
        var findings = new List<Finding>();
        foreach (var rule in RuleCatalogue.All)
        {
            rule.Check(model, new Report(rule, findings));
        }
        return [.. findings.Distinct()];
    }
}
