using System.Text;
using Orchestrator.Modules.Publishing;
using Orchestrator.Text;

namespace Orchestrator.Cli.Publishing;

/// <summary>What changes for the users of modules, for people.</summary>
internal static class ComparisonText
{
    /// <summary>A line for each module and one for each change.</summary>
    internal static string Of(IReadOnlyList<ModuleComparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (var comparison in comparisons)
        {
            text.Append($"{PlainText.Of(Heading(comparison))}\n");
            foreach (var change in comparison.Changes)
            {
                text.Append($"  {Weight(change),-6}  {PlainText.Of($"{change.Place} {change.What}")}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>A module's versions, and which one it needs.</summary>
    internal static string Heading(ModuleComparison comparison) => comparison.Old is null
        ? $"{comparison.Name} {comparison.New}: new"
        : $"{comparison.Name} {comparison.Old} -> {comparison.New}: {(comparison.Changes.Count == 0 ? "nothing changed" : $"needs {comparison.Needed} or higher")}";

    /// <summary>What a change means, in a word.</summary>
    internal static string Weight(ModuleChange change) => change.Weight.ToString().ToLowerInvariant();
}
