using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>Values as trees.</summary>
internal static class Syntaxes
{
    internal static readonly Syntax Null = new LiteralSyntax(null);

    /// <summary>The tree of a value; null's where there is none.</summary>
    internal static Syntax Syntax(this IValue? value) => value is null ? Null : value.Expression?.Syntax ?? OfLiteral(value.Literal!);

    /// <summary>The tree of a list.</summary>
    internal static Syntax Syntax<T>(this ValueList<T> list)
        where T : notnull
        => list.Expression?.Syntax ?? new ListSyntax([.. list.Select(element => element.Syntax())]);

    /// <summary>The tree of a literal.</summary>
    internal static Syntax OfLiteral(object literal) => new LiteralSyntax(literal switch
    {
        int number => (long)number,
        string or bool or long or decimal => literal,
        double number => (decimal)number,
        _ => Spelling.Of(literal),
    });

    /// <summary>The call of a function.</summary>
    internal static Syntax Call(string function, params IReadOnlyList<Syntax> arguments) => new CallSyntax(function, arguments);

    internal static Syntax IsNull(Syntax operand) => new BinarySyntax(operand, "==", Null);

    internal static Syntax IsNotNull(Syntax operand) => new BinarySyntax(operand, "!=", Null);

    /// <summary>Operands with an operator between each two.</summary>
    internal static Syntax Joined(string binaryOperator, IEnumerable<Syntax> operands) => operands.Aggregate((left, right) => new BinarySyntax(left, binaryOperator, right));
}
