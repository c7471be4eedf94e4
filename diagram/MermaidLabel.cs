using System.Text;
using Orchestrator.Text;

namespace Orchestrator.Diagram;

/// <summary>Text inside a quoted label of Mermaid. A label can hold HTML and Markdown there, so nothing of either gets through.</summary>
internal static class MermaidLabel
{
    /// <summary>The text with line feeds as line breaks, every character that is not to be seen as a space, and all that has a meaning as an entity.</summary>
    internal static string Of(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            label.Append(rune.Value switch
            {
                '\n' => "<br/>",
                _ when PlainText.IsHidden(rune) => " ",
                '"' or '#' or '&' or '<' or '>' or '`' or '\\' or '%' or ';' or '*' or '_' or '~' or '[' or ']' or '{' or '}' or '|' or '@' => $"#{rune.Value};",
                _ => rune.ToString(),
            });
        }
        return label.ToString();
    }
}
