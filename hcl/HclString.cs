using System.Text;

namespace Orchestrator.Hcl;

/// <summary>Strings in the native syntax.</summary>
internal static class HclString
{
    /// <summary>A string that means itself.</summary>
    internal static string Literal(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '$' or '%' && EndOfRun(text, index) is var end && end < text.Length && text[end] == '{')
            {
                // Of several in a row only the last is doubled; an escape keeps the scanner from pairing the others.
                quoted.Insert(quoted.Length, $"\\u{(int)text[index]:x4}", end - index - 1).Append(text[index], 2).Append('{');
                index = end;
                continue;
            }
            Append(text[index], quoted);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A template: its expressions stay, the text between them is escaped as the native syntax has it.</summary>
    internal static string Quoted(string template)
    {
        var quoted = new StringBuilder("\"");
        foreach (var (isExpression, part) in Template.Parts(template))
        {
            if (isExpression)
            {
                quoted.Append(part);
                continue;
            }
            foreach (var character in part)
            {
                Append(character, quoted);
            }
        }
        return quoted.Append('"').ToString();
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }
        return end;
    }

    private static void Append(char character, StringBuilder quoted) => _ = character switch
    {
        '"' => quoted.Append("\\\""),
        '\\' => quoted.Append("\\\\"),
        '\n' => quoted.Append("\\n"),
        '\r' => quoted.Append("\\r"),
        '\t' => quoted.Append("\\t"),
        _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\ufeff' => quoted.Append($"\\u{(int)character:x4}"),
        _ => quoted.Append(character),
    };
}
