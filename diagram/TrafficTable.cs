using System.Text;
using Orchestrator.Text;

namespace Orchestrator.Diagram;

/// <summary>The path of traffic as a Markdown table, for what is too large for a picture.</summary>
internal static class TrafficTable
{
    /// <summary>A row for each node: what it is, what happens to it, and where traffic goes from there.</summary>
    internal static string Of(TrafficDiagram diagram)
    {
        var labels = diagram.Nodes.ToDictionary(node => node.Id, node => node.Label, StringComparer.Ordinal);
        var edges = diagram.DrawnEdges().ToLookup(edge => edge.From, StringComparer.Ordinal);
        var hasActions = diagram.Nodes.Any(node => node.Action is not null);
        var text = new StringBuilder(hasActions ? "| what | action | goes to |\n|---|---|---|\n" : "| what | goes to |\n|---|---|\n");
        foreach (var node in diagram.Nodes)
        {
            var targets = string.Join("<br>", edges[node.Id].Select(edge => $"{Cell(labels[edge.To])}{(string.IsNullOrEmpty(edge.Label) ? "" : $" ({Cell(edge.Label)})")}"));
            var action = hasActions ? $"{node.Action?.ToString().ToLowerInvariant()} | " : "";
            text.Append($"| {Cell(node.Label)} | {action}{targets} |\n");
        }
        return text.ToString();
    }

    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            cell.Append(PlainText.IsHidden(rune) ? " " : rune.Value is '|' or '<' or '>' or '&' or '`' or '*' or '_' or '[' or ']' or '~' or '\\' or '@' or '#' ? $"&#{rune.Value};" : rune.ToString());
        }
        return cell.ToString();
    }
}
