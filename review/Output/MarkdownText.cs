using System.Text;
using Orchestrator.Text;

namespace Orchestrator.Review.Output;

/// <summary>Text from a plan inside a Markdown page: it must not become markup, a link, a mention, or the end of a block.</summary>
internal static class MarkdownText
{
    /// <summary>The text in one line, every character that has a meaning as an entity.</summary>
    internal static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in PlainText.Of(text).EnumerateRunes())
        {
            escaped.Append(rune.Value is '<' or '>' or '&' or '|' or '`' or '*' or '_' or '[' or ']' or '~' or '\\' or '@' or '#' or '$' or '!' ? $"&#{rune.Value};" : rune.ToString());
        }
        return escaped.Replace("://", "&#58;//").ToString();
    }

    /// <summary>The text as code. Inside a code element nothing but HTML has a meaning, and that is escaped.</summary>
    internal static string Code(string text) => $"<code>{Of(text)}</code>";
}
