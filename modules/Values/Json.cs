using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Hcl;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>
/// JSON as a Terraform string, of a tree of <see cref="JsonMap"/>, lists, values and literals. What is null, empty or not set is left out; the same tree always gives the same text.
/// </summary>
internal static class Json
{
    private static readonly Syntax IsFilled = Parser.Expression("""!contains(["null", "[]", "{}"], jsonencode(value))""");

    /// <summary>The tree as an expression.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="isModule">Whether Terraform is to leave out what only it knows to be null or empty.</param>
    internal static Syntax Of(object? tree, bool isModule) => tree switch
    {
        null => Syntaxes.Null,
        Syntax syntax => syntax,
        IValueList { Expression: { } expression } => expression.Syntax,
        IValue value => value.Syntax(),
        JsonMap map => OfMap(map, isModule),
        string literal => Syntaxes.OfLiteral(literal),
        IEnumerable list => new ListSyntax([.. list.Cast<object?>().Select(item => Of(item, isModule))]),
        _ => Syntaxes.OfLiteral(tree),
    };

    /// <summary>What is made of each element of a list, whose elements only Terraform may know.</summary>
    internal static object Each(ValueList<string> list, Func<Value<string>, JsonMap> make) => list.Expression is { } expression
        ? new ForSyntax(null, "element", expression.Syntax, null, Of(make(Expression.Of("element")), true))
        : list.Select(make);

    /// <summary>JSON as text, with the expressions in it: whatever they turn out to be, it stays JSON.</summary>
    internal static string Text(Syntax tree)
    {
        var text = new StringBuilder();
        Write(tree, text);
        return text.ToString();
    }

    /// <summary>JSON as an expression.</summary>
    internal static string Encoded(Syntax tree) => Printer.Template(Syntaxes.Call("jsonencode", tree));

    private static Syntax OfMap(JsonMap map, bool isModule)
    {
        var entries = map.Entries.Where(entry => !IsEmpty(entry.Value)).ToList();
        var record = new ObjectSyntax([.. entries.Select(entry => (Syntaxes.OfLiteral(entry.Key), Of(entry.Value, isModule)))]);
        return !isModule || map.IsWhole || entries.TrueForAll(entry => IsCertain(entry.Value)) ? record
            : new ForSyntax("attribute", "value", record, Syntax.Of("attribute"), Syntax.Of("value")) { Condition = IsFilled };
    }

    private static void Write(Syntax tree, StringBuilder text)
    {
        switch (tree)
        {
            case ObjectSyntax map:
                WriteAll('{', map.Entries, '}', text, entry =>
                {
                    Write(entry.Key, text);
                    text.Append(':');
                    Write(entry.Value, text);
                });
                break;
            case ListSyntax list:
                WriteAll('[', list.Items, ']', text, item => Write(item, text));
                break;
            case LiteralSyntax { Value: string literal }:
                text.Append('"').Append(Template.Escape(JsonEncodedText.Encode(literal, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())).Append('"');
                break;
            case LiteralSyntax:
                text.Append(tree);
                break;
            case JsonText own:
                text.Append(own.Text);
                break;
            default:
                text.Append(Encoded(tree));
                break;
        }
    }

    private static void WriteAll<T>(char open, IReadOnlyList<T> items, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        for (var index = 0; index < items.Count; index++)
        {
            text.Append(index == 0 ? "" : ",");
            write(items[index]);
        }
        text.Append(close);
    }

    private static bool IsCertain(object? node) => node switch
    {
        IValue value => value.Expression is not { IsOptional: true },
        string or Enum or ValueType => true,
        _ => false,
    };

    /// <summary>Whether a part of a tree is left out.</summary>
    private static bool IsEmpty(object? node) => node switch
    {
        null => true,
        string or Syntax or IValueList { Expression: not null } => false,
        JsonMap map => map.Entries.All(entry => IsEmpty(entry.Value)) && !map.IsKept,
        IEnumerable list => !list.Cast<object?>().Any(),
        _ => false,
    };
}
