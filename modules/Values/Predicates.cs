using System.Diagnostics.CodeAnalysis;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>What rules ask of values, three-valued: true and false of literals, an expression of what only Terraform knows.</summary>
internal static class Predicates
{
    /// <summary>Whether nothing is set.</summary>
    internal static Value<bool> IsUnset<T>(this Value<T>? value)
        where T : notnull
        => !value.IsSet();

    /// <summary>Whether something holds of a value, where there is one. Terraform evaluates both sides of an "or", so what is null must not be in one.</summary>
    internal static Value<bool> WhereSet<T>(this Value<T>? value, Func<Value<T>, Value<bool>> holds)
        where T : notnull
        => value is null ? true
        : value.Expression is { IsOptional: true } optional ? Guarded(Syntaxes.IsNull(optional.Holder ?? optional.Syntax), holds(new Expression(optional.Syntax)))
        : holds(value);

    /// <summary>The same of a record.</summary>
    internal static Value<bool> WhereSet<T>(this T? record, Func<T, Value<bool>> holds)
        where T : class
        => record is null ? true : (!Presence.Of(record)) is { IsLiteral: false } isMissing ? Guarded(isMissing.Syntax(), holds(record)) : holds(record);

    /// <summary>Whether a number is not below another nor above a third.</summary>
    internal static Value<bool> IsBetween(this Value<int> value, int minimum, int maximum) =>
        value.TryGetLiteral(out var number) ? number >= minimum && number <= maximum : Expression.Of($"{value} >= {minimum} && {value} <= {maximum}");

    /// <summary>Whether a number is below another.</summary>
    internal static Value<bool> IsBelow(this Value<int> value, Value<int> other) =>
        value.TryGetLiteral(out var one) && other.TryGetLiteral(out var two) ? one < two : Expression.Of($"{value} < {other}");

    /// <summary>Whether a text matches a pattern as a whole.</summary>
    internal static Value<bool> Matches(this Value<string> value, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        value.TryGetLiteral(out var text) ? System.Text.RegularExpressions.Regex.IsMatch(text, pattern, System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.NonBacktracking)
        : Expression.Of($"can(regex({Syntaxes.OfLiteral(pattern)}, {value}))");

    private static Value<bool> Guarded(Syntax isMissing, Value<bool> holds) =>
        holds.Is(true) ? true : new Expression(new ConditionalSyntax(isMissing, new LiteralSyntax(true), holds.Syntax()));
}
