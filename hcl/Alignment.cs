using System.Globalization;
using System.Text;

namespace Orchestrator.Hcl;

/// <summary>Puts the equals signs of neighbouring lines below each other, as <c>terraform fmt</c> does.</summary>
internal static class Alignment
{
    /// <summary>The text, whose lines have one space before each equals sign, aligned.</summary>
    internal static string Of(string text)
    {
        var aligned = new StringBuilder(text.Length + (text.Length / 8));
        var group = new List<(string Line, int Sign)>();
        string? heredoc = null;
        foreach (var line in text.Split('\n')[..^1])
        {
            if (heredoc is not null)
            {
                // What is in a heredoc belongs to the line that begins it.
                group[^1] = (group[^1].Line + "\n" + line, group[^1].Sign);
                heredoc = line.Trim() == heredoc ? null : heredoc;
                continue;
            }
            var equals = EqualsOf(line);
            if (equals >= 0)
            {
                group.Add((line, equals));
                heredoc = MarkerOf(line);
                continue;
            }
            Flush(group, aligned);
            aligned.Append(line).Append('\n');
        }
        Flush(group, aligned);
        return aligned.ToString();
    }

    private static void Flush(List<(string Line, int Sign)> group, StringBuilder aligned)
    {
        var widest = group.Count == 0 ? 0 : group.Max(line => Width(line.Line[..line.Sign]));
        foreach (var (line, equals) in group)
        {
            var name = line[..equals];
            aligned.Append(name).Append(' ', widest - Width(name) + 1).Append(line.AsSpan(equals + 1)).Append('\n');
        }
        group.Clear();
    }

    private static int Width(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The index of the space before a line's equals sign; -1 where it has none or where it opens a bracket for the lines that follow.</summary>
    private static int EqualsOf(string line)
    {
        var (found, depth) = (-1, 0);
        for (var index = 0; index < line.Length; index++)
        {
            if (found < 0 && line[index] == '=' && IsAssignment(line, index))
            {
                found = index - 1;
                depth = 0;
                continue;
            }
            depth += Template.Bracket(line, ref index);
        }
        return depth == 0 ? found : -1;
    }

    private static bool IsAssignment(string line, int index) =>
        index > 1 && line[index - 1] == ' ' && index + 1 < line.Length && line[index + 1] is ' ';

    private static string? MarkerOf(string line)
    {
        var start = line.LastIndexOf("<<", StringComparison.Ordinal);
        return start < 0 || line.EndsWith('"') || line.AsSpan(start).ContainsAny(" )]}\"") ? null : line[(start + 2)..].TrimStart('-');
    }
}
