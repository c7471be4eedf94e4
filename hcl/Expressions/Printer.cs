using System.Globalization;

namespace Orchestrator.Hcl.Expressions;

/// <summary>
/// Writes trees as text, with the parentheses that precedence asks for, and with those that spare a reader to know it: around "and" beside "or", a comparison that is compared,
/// and a choice that is chosen.
/// </summary>
public static class Printer
{
    private const int OfConditional = 0;
    private const int OfOr = 1;
    private const int OfAnd = 2;
    private const int OfComparison = 3;
    private const int OfSum = 5;
    private const int OfUnary = 7;
    private const int OfOperand = 8;

    /// <summary>An expression in the native syntax, on one line.</summary>
    public static string Expression(Syntax syntax) => Of(syntax).Flat;

    /// <summary>The same over several lines where it is long.</summary>
    public static string Lines(Syntax syntax) => Of(syntax).Lines();

    /// <summary>The same with what is repeated on lines of its own.</summary>
    public static string Loops(Syntax syntax) => Of(syntax).Loops();

    /// <summary>An expression as a string of Terraform's JSON syntax: a template, in which text means itself.</summary>
    public static string Template(Syntax syntax) => syntax switch
    {
        LiteralSyntax { Value: string text } => Hcl.Template.Escape(text),
        TemplateSyntax template => string.Concat(template.Parts.Select(Template)),
        _ => $"${{{Expression(syntax)}}}",
    };

    private static Document Of(Syntax syntax) => new Document().With(document => Write(syntax, document));

    private static int PrecedenceOf(Syntax syntax) => syntax switch
    {
        ConditionalSyntax => OfConditional,
        RawSyntax => -1,
        UnarySyntax => OfUnary,
        BinarySyntax binary => PrecedenceOf(binary.Operator),
        _ => OfOperand,
    };

    private static int PrecedenceOf(string binaryOperator) => binaryOperator switch
    {
        "||" => OfOr,
        "&&" => OfAnd,
        "==" or "!=" => OfComparison,
        "<" or ">" or "<=" or ">=" => OfComparison + 1,
        "+" or "-" => OfSum,
        _ => OfSum + 1,
    };

    /// <summary>How tightly what stands before an operator must bind to need no parentheses.</summary>
    private static int LeftOf(string binaryOperator) => PrecedenceOf(binaryOperator) is var own && own is OfComparison or OfComparison + 1 ? OfSum : own;

    /// <summary>The same of what stands behind it: what is grouped from the right needs them, where that makes a difference.</summary>
    private static int RightOf(string binaryOperator) => binaryOperator is "&&" or "||" ? PrecedenceOf(binaryOperator) : Math.Max(LeftOf(binaryOperator), PrecedenceOf(binaryOperator) + 1);

    private static bool IsMixed(BinarySyntax binary, Syntax operand) => binary.Operator == "||" && operand is BinarySyntax { Operator: "&&" };

    /// <summary>An operand of something that binds as tightly as given.</summary>
    private static void WriteOperand(Syntax syntax, int precedence, Document document)
    {
        if (PrecedenceOf(syntax) < precedence)
        {
            document.Add(new Bracket("(", [Of(syntax)], ")"));
        }
        else
        {
            Write(syntax, document);
        }
    }

    private static void Write(Syntax syntax, Document document)
    {
        switch (syntax)
        {
            case LiteralSyntax literal:
                document.Add(literal.Value is string text ? HclString.Literal(text) : Plain(literal.Value));
                break;
            case TemplateSyntax template:
                // Line breaks in a string would be another string, so it is one piece.
                document.Add($"\"{string.Concat(template.Parts.Select(part => part is LiteralSyntax { Value: string inner } ? HclString.Literal(inner)[1..^1] : $"${{{Expression(part)}}}"))}\"");
                break;
            case NameSyntax name:
                document.Add(name.Name);
                break;
            case AttributeSyntax attribute:
                WriteOperand(attribute.Target, OfOperand, document);
                document.Add($".{attribute.Name}");
                break;
            case IndexSyntax index:
                WriteOperand(index.Target, OfOperand, document);
                document.Add(new Bracket("[", [Of(index.Key)], "]"));
                break;
            case SplatSyntax splat:
                WriteOperand(splat.Target, OfOperand, document);
                document.Add("[*]");
                break;
            case CallSyntax call:
                document.Add(call.Function);
                document.Add(new Bracket("(", [.. call.Arguments.Select((argument, index) => call.IsExpanded && index == call.Arguments.Count - 1 ? Of(argument).With(last => last.Add("...")) : Of(argument))], ")"));
                break;
            case UnarySyntax unary:
                document.Add(unary.Operator);
                WriteOperand(unary.Operand, OfUnary, document);
                break;
            case BinarySyntax binary:
                WriteOperand(binary.Left, IsMixed(binary, binary.Left) ? OfOperand : LeftOf(binary.Operator), document);
                document.Add($" {binary.Operator} ");
                WriteOperand(binary.Right, IsMixed(binary, binary.Right) ? OfOperand : RightOf(binary.Operator), document);
                break;
            case ConditionalSyntax conditional:
                WriteOperand(conditional.Condition, OfOr, document);
                document.Add(" ? ");
                WriteOperand(conditional.Then, OfOr, document);
                document.Add(" : ");
                WriteOperand(conditional.Otherwise, OfConditional, document);
                break;
            case ListSyntax list:
                document.Add(new Bracket("[", [.. list.Items.Select(Of)], "]"));
                break;
            case ObjectSyntax { Entries.Count: 0 }:
                document.Add("{}");
                break;
            case ObjectSyntax record:
                document.Add(new Bracket("{", [.. record.Entries.Select(entry => Entry(entry.Key, " = ", entry.Value))], "}"));
                break;
            case ForSyntax loop:
                document.Add(Loop(loop));
                break;
            case RawSyntax raw:
                document.Add(raw.Text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(syntax), syntax.GetType().Name);
        }
    }

    private static Document Entry(Syntax key, string sign, Syntax value) => new Document().With(document =>
    {
        switch (key)
        {
            case LiteralSyntax { Value: string name } when sign == " = " && Parser.IsName(name):
                document.Add(name);
                break;
            case LiteralSyntax or TemplateSyntax:
                Write(key, document);
                break;
            default:
                WriteOperand(key, sign == " = " ? OfOperand + 1 : OfConditional, document);
                break;
        }
        document.Add(sign);
        Write(value, document);
    });

    private static Bracket Loop(ForSyntax loop)
    {
        var body = loop.Key is null ? Of(loop.Value) : Entry(loop.Key, " => ", loop.Value);
        if (loop.IsGrouped)
        {
            body.Add("...");
        }
        if (loop.Condition is not null)
        {
            body.Add(" if ");
            Write(loop.Condition, body);
        }
        var names = loop.KeyName is null ? loop.Name : $"{loop.KeyName}, {loop.Name}";
        return loop.Key is null
            ? new Bracket("[", [Of(loop.Collection), body], "]") { Loop = $"for {names} in " }
            : new Bracket("{", [Of(loop.Collection), body], "}") { Loop = $"for {names} in " };
    }

    private static string Plain(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
