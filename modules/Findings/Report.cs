namespace Orchestrator.Modules.Findings;

/// <summary>Takes the findings of one rule.</summary>
public sealed class Report
{
    private readonly Rule _rule;
    private readonly Func<string, string> _locate;
    private readonly ICollection<Finding> _findings;

    internal Report(Rule rule, ICollection<Finding> findings)
        : this(rule, findings, static property => property)
    {
    }

    private Report(Rule rule, ICollection<Finding> findings, Func<string, string> locate)
    {
        _rule = rule;
        _findings = findings;
        _locate = locate;
    }

    /// <summary>The same report, its paths counted from a declaration.</summary>
    public Report At(Declaration declaration) => new(_rule, _findings, declaration.WrittenAt);

    /// <summary>Adds a finding.</summary>
    /// <param name="property">The property's path below the declaration; empty for the declaration as a whole.</param>
    /// <param name="what">What is wrong, as the rest of a sentence that begins with the path.</param>
    /// <param name="got">The value that was found, or null where something is missing.</param>
    /// <param name="allowed">What would have been accepted.</param>
    /// <param name="fix">What to do.</param>
    public void Add(string property, string what, string? got, string allowed, string fix) =>
        _findings.Add(new Finding(_rule, _locate(property), what, got, allowed, fix));
}
