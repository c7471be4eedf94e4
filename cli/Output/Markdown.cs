using System.Text.RegularExpressions;
using Orchestrator.Text;

namespace Orchestrator.Cli.Output;

/// <summary>Text that goes into Markdown, as GitHub renders it, and comes out as it was.</summary>
internal static partial class Markdown
{
    /// <summary>A text within a paragraph.</summary>
    internal static string Text(string text) => Reference().Replace(Special().Replace(Html(text), "\\$0"), "&#35;");

    /// <summary>A text within an HTML element, where Markdown is not read; nobody is mentioned by it.</summary>
    internal static string Html(string text) => OneLine(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("@", "&#64;");

    /// <summary>A text as code within a line: nothing in it is Markdown.</summary>
    internal static string Code(string text)
    {
        var line = OneLine(text);
        var ticks = new string('`', LongestRun(line) + 1);
        var padding = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return $"{ticks}{padding}{line}{padding}{ticks}";
    }

    /// <summary>A block of code on lines of its own, with a line end.</summary>
    internal static string Fence(string language, string text)
    {
        var ticks = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{ticks}{language}\n{text.TrimEnd('\n')}\n{ticks}\n";
    }

    private static string OneLine(string text) => PlainText.Of(text);

    private static int LongestRun(string text) => Ticks().Matches(text).Select(match => match.Length).DefaultIfEmpty().Max();

    /// <summary>An underscore within a word means nothing.</summary>
    [GeneratedRegex(@"[\\`*\[\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    /// <summary>A number sign that GitHub would make a link to an issue of.</summary>
    [GeneratedRegex("(?<!&)#(?=[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ticks();
}
