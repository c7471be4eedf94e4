namespace Orchestrator.Modules.Findings;

/// <summary>What holds of suppressions.</summary>
internal static class SuppressionRules
{
    internal static readonly Rule Justified = Rule.Error("MAN010", "A suppression names a rule that there is, and gives a reason.", "A suppression of nothing hides that the rule is not checked.", "docs/manifest.md");
    internal static readonly Rule Needed = Rule.Warning("MAN011", "A suppression is still needed and has not expired.", "Left behind, it would hide the next mistake of its kind.", "docs/manifest.md");

    internal static IReadOnlyList<Rule> All { get; } = [Justified, Needed];
}
