namespace Orchestrator.Modules.Publishing;

/// <summary>Long expressions over several lines.</summary>
internal static class ExpressionLayout
{
    private const int LongestLine = 120;
    private const int ShortestBracket = 40;

    /// <summary>The expression with line breaks in its longest bracket, and in those in it, as far as it needs them.</summary>
    internal static string Of(string expression)
    {
        var (open, close) = ExpressionText.Brackets(expression).OrderByDescending(bracket => bracket.Close - bracket.Open).FirstOrDefault();
        if (expression.Length <= LongestLine || close - open < ShortestBracket)
        {
            return expression;
        }
        return $"{expression[..(open + 1)]}{Content(expression[(open + 1)..close].Trim(), expression[open])}{expression[close..]}";
    }

    private static string Content(string content, char bracket)
    {
        if (content.Length == 0)
        {
            return content;
        }
        if (content.StartsWith("for ", StringComparison.Ordinal))
        {
            var (list, body) = (ExpressionText.IndexOf(content, " in ") + 4, ExpressionText.IndexOf(content, " : "));
            return Indented($"{content[..list]}{Of(content[list..body])} : {Of(content[(body + 3)..])}");
        }
        var entries = ExpressionText.Split(content);
        return bracket == '(' && entries.Count == 1 ? Of(entries[0]) : Indented(string.Join(bracket == '{' ? "\n" : ",\n", entries.Select(Of)));
    }

    private static string Indented(string lines) => $"\n{lines}".Replace("\n", "\n  ") + "\n";
}
