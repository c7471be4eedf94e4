using System.Text;
using Orchestrator.Text;

namespace Orchestrator.Cli.Output;

/// <summary>A table in plain text: columns as wide as their widest cell, none of them cut.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The table, each line with this in front.</summary>
    internal static string Of(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, string indent = "")
    {
        var lines = rows.Prepend(heads).Select(row => row.Select(PlainText.Of).ToList()).ToList();
        var widths = heads.Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append($"{indent}{string.Join(Gap, line.Select((cell, column) => cell.PadRight(widths[column])))}".TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
