using System.Text;
using Orchestrator.Cli.Output;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Cli.Publishing;

/// <summary>What changes for the users of modules, as a comment on a pull request.</summary>
internal static class ComparisonMarkdown
{
    /// <summary>A heading for each module, and a list of its changes.</summary>
    internal static string Of(IReadOnlyList<ModuleComparison> comparisons) => string.Join('\n', comparisons.Select(Of));

    private static string Of(ModuleComparison comparison)
    {
        var text = new StringBuilder($"### {Markdown.Text(ComparisonText.Heading(comparison))}\n");
        foreach (var change in comparison.Changes)
        {
            text.Append($"{(change == comparison.Changes[0] ? "\n" : "")}- **{ComparisonText.Weight(change)}** {Markdown.Code(change.Place)} {Markdown.Text(change.What)}\n");
        }
        return text.ToString();
    }
}
