using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Modules.Values;

/// <summary>
/// JSON as a Terraform string: literals escaped for both, expressions as <c>${jsonencode(…)}</c>, so that whatever they turn out to be the
/// text stays JSON. The same tree always gives the same text; what is null, empty or not set is left out.
/// </summary>
internal static class JsonTemplate
{
    /// <summary>The text of a tree of <see cref="JsonMap"/>, lists, values and literals.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="resolve">Gives the text behind the tokens of an expression.</param>
    internal static string Text(object tree, Func<string, string> resolve)
    {
        var text = new StringBuilder();
        Write(tree, text, resolve);
        return text.ToString();
    }

    private static void Write(object? node, StringBuilder text, Func<string, string> resolve)
    {
        switch (node)
        {
            case IValue { Expression: { } expression }:
                WriteExpression(expression, text, resolve);
                break;
            case IValueList { Expression: { } expression }:
                WriteExpression(expression, text, resolve);
                break;
            case JsonEach each:
                Write(each.List.Select(each.Item), text, resolve);
                break;
            case IValue value:
                Write(value.Literal, text, resolve);
                break;
            case JsonMap map:
                WriteAll('{', map.Entries.Where(entry => !IsEmpty(entry.Value)), '}', text, entry =>
                {
                    WriteString(entry.Key, text);
                    text.Append(':');
                    Write(entry.Value, text, resolve);
                });
                break;
            case JsonFilter filter:
                text.Append(JsonExpression.Template(filter, resolve));
                break;
            case JsonLiteral literal:
                text.Append(literal.Text);
                break;
            case string literal:
                WriteString(literal, text);
                break;
            case IEnumerable list:
                WriteAll('[', list.Cast<object?>(), ']', text, item => Write(item, text, resolve));
                break;
            case Enum member:
                WriteString(Spelling.Of(member), text);
                break;
            default:
                text.Append(Spelling.Of(node!));
                break;
        }
    }

    private static void WriteExpression(Expression expression, StringBuilder text, Func<string, string> resolve) =>
        text.Append("${jsonencode(").Append(HclExpression.Of(resolve(expression.Template))).Append(")}");

    private static void WriteAll<T>(char open, IEnumerable<T> items, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                text.Append(',');
            }
            isFirst = false;
            write(item);
        }
        text.Append(close);
    }

    private static void WriteString(string literal, StringBuilder text) =>
        text.Append('"').Append(JsonEncodedText.Encode(literal, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString().Replace("${", "$${").Replace("%{", "%%{")).Append('"');

    /// <summary>Whether a part of a tree is left out.</summary>
    internal static bool IsEmpty(object? node) => node switch
    {
        null => true,
        string => false,
        IValueList { Expression: not null } => false,
        JsonEach each => IsEmpty(each.List),
        JsonFilter => false,
        JsonMap map => map.Entries.All(entry => IsEmpty(entry.Value)) && !map.IsKept,
        IEnumerable list => !list.Cast<object?>().Any(),
        _ => false,
    };
}
