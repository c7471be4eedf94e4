using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Modules.Values;

/// <summary>
/// Decisions about values: taken here where the values are literals, left to Terraform where they are not. So a construct says once what holds for
/// a description and for a published module.
/// </summary>
internal static class Conditional
{
    /// <summary>The value, or another where it is not set or turns out to be null.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    internal static Value<T>? Or<T>(this Value<T>? value, Value<T>? otherwise)
        where T : notnull
    {
        if (value is null)
        {
            return otherwise;
        }
        if (otherwise is null || value.Expression is not { IsOptional: true })
        {
            return value;
        }
        var text = Operand(value);
        return Expression.Of($"{value.Expression.Holder ?? text} != null ? {text} : {HclExpression.Of(otherwise)}") with { IsOptional = otherwise.Expression?.IsOptional == true };
    }

    /// <summary>Whether nothing may stand for a value: it is not set, or may turn out to be null.</summary>
    internal static bool MayBeNull<T>([NotNullWhen(false)] this Value<T>? value)
        where T : notnull
        => value is null or { Expression.IsOptional: true };

    /// <summary>Whether a value is set and not null.</summary>
    internal static Value<bool> IsSet<T>(this Value<T>? value)
        where T : notnull
        => value is null ? false : value.Expression is { IsOptional: true } optional ? Expression.Of($"{optional.Holder ?? Operand(value)} != null") : true;

    /// <summary>One of two values, either of which may be nothing.</summary>
    internal static Value<T>? When<T>(Value<bool> condition, Value<T>? then, Value<T>? otherwise)
        where T : notnull
    {
        if (condition.TryGetLiteral(out var isMet))
        {
            return isMet ? then : otherwise;
        }
        if (then is null && otherwise is null)
        {
            return null;
        }
        return Expression.Of($"{Condition(condition)} ? {Operand(then)} : {Last(otherwise)}") with
        {
            IsOptional = then.MayBeNull() || otherwise.MayBeNull(),
            Candidates = then is { IsLiteral: true } && otherwise is { IsLiteral: true } ? [((IValue)then).Literal!, ((IValue)otherwise).Literal!] : null,
        };
    }

    /// <summary>Whether a value is one of some literals; what is not set is none of them.</summary>
    internal static Value<bool> IsAnyOf<T>(this Value<T>? value, params IReadOnlyList<T> literals)
        where T : notnull
        => value is null ? false
        : value.TryGetLiteral(out var literal) ? literals.Contains(literal)
        : value.Expression!.Candidates?.OfType<T>().Intersect(literals).Any() == false ? false
        // A value that is null is equal to none; contains would refuse it.
        : literals.Count <= 2 ? Expression.Of(string.Join(" || ", literals.Select(candidate => $"{Operand(value)} == {HclExpression.OfLiteral(candidate)}")))
        : Expression.Of($"contains([{string.Join(", ", literals.Select(candidate => HclExpression.OfLiteral(candidate)))}], {HclExpression.Of(value)})");

    /// <summary>The opposite.</summary>
    internal static Value<bool> Not(Value<bool> value) =>
        value.TryGetLiteral(out var literal) ? !literal
        : HclExpression.Of(value) is var text && text.Split(" == ").Length == 2 && !HasOperators(text.Replace(" == ", " ")) ? Expression.Of(text.Replace(" == ", " != "))
        : text.Split(" != ").Length == 2 && !HasOperators(text.Replace(" != ", " ")) ? Expression.Of(text.Replace(" != ", " == "))
        : Expression.Of($"!{Operand(value)}");

    /// <summary>Whether both hold.</summary>
    internal static Value<bool> Both(Value<bool> one, Value<bool> other) =>
        one.TryGetLiteral(out var literal) ? literal ? other : false
        : other.TryGetLiteral(out literal) ? literal ? one : false
        : Expression.Of($"{Conjunct(one)} && {Conjunct(other)}");

    /// <summary>Whether any of them holds.</summary>
    internal static Value<bool> Any(params IEnumerable<Value<bool>> values)
    {
        var all = values.ToList();
        return all.Any(value => value.Is(true)) ? true
            : all.Where(value => !value.IsLiteral).ToList() is { Count: > 0 } open ? Expression.Of($"anytrue([{string.Join(", ", open.Select(HclExpression.Of))}])")
            : false;
    }

    /// <summary>Whether a number is above another.</summary>
    internal static Value<bool> IsAbove(this Value<int> value, int limit) => value.TryGetLiteral(out var literal) ? literal > limit : Expression.Of($"{Operand(value)} > {limit}");

    /// <summary>What stands among operators: with parentheses where it has some of its own.</summary>
    private static string Operand(IValue? value) => value?.Expression is not null && Last(value) is var text && HasOperators(text) ? $"({text})" : Last(value);

    /// <summary>What stands before a question mark, which binds less than all but another one.</summary>
    private static string Condition(Value<bool> value) => HclExpression.Of(value) is var text && text.Contains(" ? ", StringComparison.Ordinal) ? $"({text})" : text;

    /// <summary>What stands beside "and".</summary>
    private static string Conjunct(Value<bool> value) => HclExpression.Of(value) is var text && (text.Contains(" || ", StringComparison.Ordinal) || text.Contains(" ? ", StringComparison.Ordinal)) ? $"({text})" : text;

    /// <summary>What stands at the end.</summary>
    private static string Last(IValue? value) => value is null ? "null" : HclExpression.Of(value);

    private static bool HasOperators(string text) => text.Contains(" ? ", StringComparison.Ordinal) || text.Contains(" == ", StringComparison.Ordinal) || text.Contains(" != ", StringComparison.Ordinal) || text.Contains(" > ", StringComparison.Ordinal) || text.Contains(" && ", StringComparison.Ordinal) || text.Contains(" || ", StringComparison.Ordinal);
}
