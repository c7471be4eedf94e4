using System.Text;

namespace Orchestrator.Modules.Values;

/// <summary>Terraform's two ways to write a value: a template with <c>${ }</c> in it, and the expression itself.</summary>
internal static class HclExpression
{
    /// <summary>The expression that a template stands for: <c>${var.name}</c> is <c>var.name</c>, <c>${var.name}/x</c> is <c>"${var.name}/x"</c>.</summary>
    internal static string Of(string template) => IsWhole(template) ? template[2..^1] : Quote(template);

    private static bool IsWhole(string template) => template.StartsWith("${", StringComparison.Ordinal) && EndOf(template, 2) == template.Length;

    private static string Quote(string template)
    {
        var text = new StringBuilder("\"");
        for (var index = 0; index < template.Length;)
        {
            if (Opens(template, index))
            {
                var end = EndOf(template, index + 2);
                text.Append(template, index, end - index);
                index = end;
                continue;
            }
            text.Append(template[index] switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", var other => other.ToString() });
            index++;
        }
        return text.Append('"').ToString();
    }

    private static bool Opens(string template, int index) =>
        template[index] is '$' or '%' && index + 1 < template.Length && template[index + 1] == '{' && (index == 0 || template[index - 1] != template[index]);

    /// <summary>The index behind the brace that closes an interpolation; braces in quoted text inside of it do not count.</summary>
    private static int EndOf(string template, int index)
    {
        for (var depth = 1; index < template.Length; index++)
        {
            switch (template[index])
            {
                case '"':
                    index = EndOfString(template, index + 1);
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return index + 1;
            }
        }
        return template.Length;
    }

    private static int EndOfString(string template, int index)
    {
        for (; index < template.Length && template[index] != '"'; index++)
        {
            if (template[index] == '\\')
            {
                index++;
            }
            else if (Opens(template, index))
            {
                index = EndOf(template, index + 2) - 1;
            }
        }
        return index;
    }
}
