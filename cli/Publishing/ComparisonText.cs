using System.Text;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Cli.Publishing;

/// <summary>What changes for the users of a module, for people.</summary>
internal static class ComparisonText
{
    /// <summary>A line for the module and one for each change.</summary>
    internal static string Of(ModuleComparison comparison)
    {
        var text = new StringBuilder($"{comparison.Name} {comparison.Old} -> {comparison.New}: {(comparison.Changes.Count == 0 ? "nothing changed" : $"needs {comparison.Needed} or higher")}");
        foreach (var change in comparison.Changes)
        {
            text.Append($"\n  {change.Weight.ToString().ToLowerInvariant(),-6}  {change.Place} {change.What}");
        }
        return text.ToString();
    }
}
