namespace Orchestrator.Hcl;

/// <summary>Templates as Terraform's JSON syntax has them: text with <c>${ }</c> and <c>%{ }</c> in it.</summary>
public static class Template
{
    /// <summary>The expression that a template stands for: <c>${var.name}</c> is <c>var.name</c>, <c>${var.name}/x</c> is <c>"${var.name}/x"</c>.</summary>
    public static string Expression(string template) => WholeExpression(template) ?? HclString.Quoted(template);

    /// <summary>The expression of a string that means itself.</summary>
    public static string Literal(string text) => HclString.Literal(text);

    /// <summary>A string that means itself, as a template.</summary>
    public static string Escape(string text) => text.Replace("${", "$${").Replace("%{", "%%{");

    /// <summary>The text and the expressions of a template, in their order; each expression with its braces.</summary>
    public static IEnumerable<(bool IsExpression, string Text)> Parts(string template)
    {
        var start = 0;
        for (var index = 0; index < template.Length;)
        {
            if (IsEscape(template, index))
            {
                index += 3;
            }
            else if (Opens(template, index))
            {
                if (index > start)
                {
                    yield return (false, template[start..index]);
                }
                var end = End(template, index + 2);
                yield return (true, template[index..end]);
                (start, index) = (end, end);
            }
            else
            {
                index++;
            }
        }
        if (start < template.Length)
        {
            yield return (false, template[start..]);
        }
    }

    /// <summary>The expression that a template is as a whole, without its braces; null where there is more to it.</summary>
    internal static string? WholeExpression(string template) =>
        template.StartsWith("${", StringComparison.Ordinal) && !template.StartsWith("${~", StringComparison.Ordinal) && End(template, 2) == template.Length && !template.EndsWith("~}", StringComparison.Ordinal)
            ? template[2..^1].Trim()
            : null;

    /// <summary>Whether the character at an index is a bracket that is opened (1) or closed (-1), or neither (0); moves the index over a whole string.</summary>
    public static int Bracket(string expression, ref int index)
    {
        switch (expression[index])
        {
            case '"':
                index = EndOfString(expression, index + 1);
                return 0;
            case '(' or '[' or '{':
                return 1;
            case ')' or ']' or '}':
                return -1;
            default:
                return 0;
        }
    }

    private static bool IsEscape(string template, int index) =>
        index + 2 < template.Length && template[index] is '$' or '%' && template[index + 1] == template[index] && template[index + 2] == '{';

    private static bool Opens(string template, int index) => template[index] is '$' or '%' && index + 1 < template.Length && template[index + 1] == '{';

    /// <summary>The index behind the brace that closes an expression.</summary>
    private static int End(string template, int index)
    {
        for (var depth = 1; index < template.Length; index++)
        {
            depth += Bracket(template, ref index);
            if (depth == 0)
            {
                return index + 1;
            }
        }
        return template.Length;
    }

    /// <summary>The index of the quote that closes a string.</summary>
    private static int EndOfString(string template, int index)
    {
        while (index < template.Length && template[index] != '"')
        {
            index = template[index] == '\\' ? index + 2 : IsEscape(template, index) ? index + 3 : Opens(template, index) ? End(template, index + 2) : index + 1;
        }
        return index;
    }
}
