using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Orchestrator.Text;

/// <summary>
/// Text from outside, made fit to be shown: it cannot move a cursor, change colours, hide or turn what stands beside it, begin a line of its own,
/// or command a build server that reads its log. What would is spelled out as JSON spells it, <c>\u001b</c>, so that JSON stays what it was.
/// </summary>
public static partial class PlainText
{
    private static readonly SearchValues<char> Ordinary = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>A text within a line.</summary>
    public static string Of(string text) => WithoutCommands(Spelled(text, keepsLines: false, keepsColors: false));

    /// <summary>A text that is a line: it cannot begin with a command either.</summary>
    public static string Line(string text) => WithoutLeadingCommands(Of(text));

    /// <summary>A text of several lines, each as <see cref="Line"/> has it. Values within it have been through <see cref="Of"/>, or begin lines as they like.</summary>
    /// <param name="text">The text; a line feed ends a line.</param>
    /// <param name="keepsColors">Whether the text may switch between the colours that this program uses.</param>
    public static string Page(string text, bool keepsColors = false) => WithoutLeadingCommands(WithoutCommands(Spelled(text, keepsLines: true, keepsColors)));

    /// <summary>Whether a character is not to be seen: a control character, one that formats what stands around it, or a line's end.</summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Spelled(string text, bool keepsLines, bool keepsColors)
    {
        var rest = text.AsSpan();
        var next = rest.IndexOfAnyExcept(Ordinary);
        if (next < 0)
        {
            return text;
        }
        var spelled = new StringBuilder(text.Length + 16);
        while (next >= 0)
        {
            spelled.Append(rest[..next]);
            rest = rest[next..];
            rest = rest[Append(spelled, rest, keepsLines, keepsColors)..];
            next = rest.IndexOfAnyExcept(Ordinary);
        }
        return spelled.Append(rest).ToString();
    }

    /// <summary>Appends the first character; how much of the text that was.</summary>
    private static int Append(StringBuilder spelled, ReadOnlySpan<char> text, bool keepsLines, bool keepsColors)
    {
        var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
        if (keepsColors && rune.Value == '\e' && OwnColors().EnumerateMatches(text) is var colors && colors.MoveNext())
        {
            length = colors.Current.Length;
        }
        else if (isWhole && (rune.Value == '\n' ? !keepsLines : IsHidden(rune)))
        {
            AppendEscape(spelled, text[..length]);
            return length;
        }
        else if (!isWhole)
        {
            AppendEscape(spelled, text[..length]);
            return length;
        }
        spelled.Append(text[..length]);
        return length;
    }

    private static void AppendEscape(StringBuilder spelled, ReadOnlySpan<char> units)
    {
        foreach (var unit in units)
        {
            spelled.Append(unit switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
            });
        }
    }

    private static string WithoutCommands(string text) => text.Contains("##", StringComparison.Ordinal) ? Command().Replace(text, @"\u0023") : text;

    private static string WithoutLeadingCommands(string text) => text.Contains("::", StringComparison.Ordinal) ? LeadingCommand().Replace(text, @"\u003a") : text;

    /// <summary>Read anywhere in a line: <c>##[error]</c> by GitHub's runner (ActionCommand.TryParse), <c>##vso[…]</c> by that of Azure Pipelines, <c>##teamcity[…]</c>.</summary>
    [GeneratedRegex(@"#(?=#[A-Za-z]*\[)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Command();

    /// <summary>Read after blanks at the beginning of a line: <c>::error::</c> by GitHub's runner (ActionCommand.TryParseV2).</summary>
    [GeneratedRegex(@"(?<=^[^\S\n]*):(?=:)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LeadingCommand();

    [GeneratedRegex(@"\A\e\[(0|31|32|33|36|1;31|1;32)m", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OwnColors();
}
