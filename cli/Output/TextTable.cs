using System.Text;

namespace Orchestrator.Cli.Output;

/// <summary>A table in plain text: columns as wide as their widest cell, none of them cut.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The table, each line with this in front.</summary>
    internal static string Of(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, string indent = "")
    {
        var widths = heads.Select((head, column) => rows.Select(row => row[column].Length).Append(head.Length).Max()).ToList();
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heads))
        {
            text.Append($"{indent}{string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column])))}".TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
