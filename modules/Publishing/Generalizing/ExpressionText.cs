using Orchestrator.Hcl;

namespace Orchestrator.Modules.Publishing;

/// <summary>The brackets in expressions.</summary>
internal static class ExpressionText
{
    /// <summary>The outermost brackets of an expression, strings aside: where each is opened and where it is closed. Of a part of an expression those count that are closed in it.</summary>
    internal static IEnumerable<(int Open, int Close)> Brackets(string expression)
    {
        var (depth, open) = (0, 0);
        for (var index = 0; index < expression.Length; index++)
        {
            var bracket = Template.Bracket(expression, ref index);
            if (bracket == 1 && depth++ == 0)
            {
                open = index;
            }
            else if (bracket == -1 && depth > 0 && --depth == 0)
            {
                yield return (open, index);
            }
        }
    }

    /// <summary>What commas divide.</summary>
    internal static IReadOnlyList<string> Split(string content)
    {
        var (parts, start, depth) = (new List<string>(), 0, 0);
        for (var index = 0; index < content.Length; index++)
        {
            depth += Template.Bracket(content, ref index);
            if (depth == 0 && index < content.Length && content[index] == ',')
            {
                parts.Add(content[start..index].Trim());
                start = index + 1;
            }
        }
        return [.. parts.Append(content[start..].Trim()).Where(part => part.Length > 0)];
    }

    /// <summary>The index of some text outside of brackets and strings; -1 where it is not there.</summary>
    internal static int IndexOf(string expression, string text)
    {
        var depth = 0;
        for (var index = 0; index < expression.Length; index++)
        {
            if (depth == 0 && string.CompareOrdinal(expression, index, text, 0, text.Length) == 0)
            {
                return index;
            }
            depth += Template.Bracket(expression, ref index);
        }
        return -1;
    }

    /// <summary>Whether a bracket is that of a list or an object that lists what is in it: no index, no loop, no call.</summary>
    internal static bool ListsEntries(string expression, int open, int close) =>
        expression[open] is '[' or '{'
        && !(expression[open] == '[' && open > 0 && (char.IsLetterOrDigit(expression[open - 1]) || expression[open - 1] is '_' or ']' or ')' or '}' or '"' or '*'))
        && !(expression[open] == '{' && open > 0 && expression[open - 1] is '$' or '%')
        && !expression.AsSpan(open + 1, close - open - 1).TrimStart().StartsWith("for ", StringComparison.Ordinal);
}
