using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Modules.Values;

/// <summary>
/// The value of a property: a literal, known now, or a Terraform expression, known when Terraform runs. A literal converts by itself,
/// and so does an <see cref="Values.Expression"/>; a string that carries a CDKTF token counts as an expression.
/// </summary>
/// <typeparam name="T">A string, an integer, a boolean or an enumeration.</typeparam>
public sealed record Value<T> : IValue
    where T : notnull
{
    private readonly T? _literal;

    private Value(T? literal, Expression? expression)
    {
        _literal = literal;
        Expression = expression;
    }

    /// <summary>The expression, or null for a literal.</summary>
    public Expression? Expression { get; }

    /// <summary>Whether the value is a literal.</summary>
    public bool IsLiteral => Expression is null;

    object? IValue.Literal => IsLiteral ? _literal : null;

    /// <summary>Gives the literal, or false for an expression.</summary>
    public bool TryGetLiteral([MaybeNullWhen(false)] out T literal)
    {
        literal = _literal;
        return IsLiteral;
    }

    /// <summary>Whether this is the given literal; false for an expression.</summary>
    public bool Is(T literal) => IsLiteral && EqualityComparer<T>.Default.Equals(_literal, literal);

    /// <summary>A literal; a string that carries a CDKTF token becomes an expression.</summary>
    public static implicit operator Value<T>(T literal) =>
        literal is string text && Token.IsIn(text) ? new(default, new Expression(text)) : new(literal, null);

    /// <summary>An expression.</summary>
    public static implicit operator Value<T>(Expression expression) => new(default, expression);

    /// <inheritdoc/>
    public override string ToString() => IsLiteral ? Spelling.Of(_literal!) : Expression!.Template;
}
