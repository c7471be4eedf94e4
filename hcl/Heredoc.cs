namespace Orchestrator.Hcl;

/// <summary>Strings of several lines, which are easier to read as such.</summary>
internal static class Heredoc
{
    private const string Marker = "EOT";

    /// <summary>The heredoc of a string, to stand behind an equals sign; null for a string that has to be quoted.</summary>
    /// <param name="text">The string, as it is read.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="indent">The spaces before the attribute.</param>
    internal static string? Of(string text, Reading reading, string indent)
    {
        if (!text.EndsWith('\n') || text.AsSpan(0, text.Length - 1).IndexOf('\n') < 0 || !CanStand(text) || (reading == Reading.Literal && IsAmbiguous(text)))
        {
            return null;
        }
        var lines = (reading == Reading.Literal ? text.Replace("${", "$${").Replace("%{", "%%{") : text)[..^1].Split('\n');
        // With the hyphen Terraform takes away the spaces that all lines have in common, so one must have none of its own.
        var isIndented = lines.All(line => line.Length == 0 || char.IsBetween(line[0], '!', '~') || line[0] == ' ') && lines.Any(line => line.Length > 0 && line[0] != ' ') && lines.All(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line));
        return isIndented
            ? $"<<-{Marker}\n{string.Join('\n', lines.Select(line => line.Length == 0 ? "" : $"{indent}  {line}"))}\n{indent}{Marker}"
            : $"<<{Marker}\n{string.Join('\n', lines)}\n{Marker}";
    }

    /// <summary>A heredoc has no escapes, and ends with its marker; an expression over several lines would be indented.</summary>
    private static bool CanStand(string text) =>
        !text.Any(character => char.IsControl(character) && character is not ('\n' or '\t'))
        && !text.Any(character => character is '\u2028' or '\u2029' or '\ufeff')
        && text.Split('\n').All(line => line.Trim() != Marker)
        && Template.Parts(text).All(part => !part.IsExpression || !part.Text.Contains('\n'));

    private static bool IsAmbiguous(string text) => text.Contains("$${", StringComparison.Ordinal) || text.Contains("%%{", StringComparison.Ordinal);
}
