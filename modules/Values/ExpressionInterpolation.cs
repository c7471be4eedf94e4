using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>
/// An expression that is written as text with values in it, as <see cref="Expression.Of(ExpressionInterpolation)"/> takes it. A value, an expression or a list becomes part of the tree,
/// a string part of the text.
/// </summary>
[InterpolatedStringHandler]
public ref struct ExpressionInterpolation
{
    private readonly StringBuilder _text;
    private List<Syntax>? _holes;

    /// <summary>What the compiler calls.</summary>
    public ExpressionInterpolation(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (8 * formattedCount));

    /// <summary>Adds text.</summary>
    public readonly void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Adds text.</summary>
    public readonly void AppendFormatted(string? text) => _text.Append(text);

    /// <summary>Adds a number.</summary>
    public readonly void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Adds a value; null where there is none.</summary>
    public void AppendFormatted(IValue? value) => AppendFormatted(value.Syntax());

    /// <summary>Adds an expression.</summary>
    public void AppendFormatted(Expression expression) => AppendFormatted(expression.Syntax);

    /// <summary>Adds a list.</summary>
    public void AppendFormatted(ValueList<string> list) => AppendFormatted(list.Syntax());

    internal void AppendFormatted(Syntax syntax)
    {
        _holes ??= [];
        _text.Append((char)(Parser.FirstHole + _holes.Count));
        _holes.Add(syntax);
    }

    internal readonly Expression Build() => _holes is null ? Expression.Of(_text.ToString()) : new Expression(Parser.Expression(_text.ToString(), _holes));
}
