using System.Diagnostics.CodeAnalysis;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>Reads values that may not be set at all.</summary>
public static class ValueExtensions
{
    /// <summary>Gives the literal; false when the value is not set or is an expression.</summary>
    public static bool IsLiteral<T>([NotNullWhen(true)] this Value<T>? value, [MaybeNullWhen(false)] out T literal)
        where T : notnull
    {
        literal = default;
        return value is not null && value.TryGetLiteral(out literal);
    }

    /// <summary>
    /// Whether the value is, or may turn out to be, one of the given literals: an expression may be anything. Use it where a check
    /// must not accuse what it cannot know.
    /// </summary>
    public static bool MayBe<T>(this Value<T> value, params ReadOnlySpan<T> literals)
        where T : notnull
    {
        if (!value.TryGetLiteral(out var literal))
        {
            return true;
        }
        foreach (var candidate in literals)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, literal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The value where a string is wanted: a literal's spelling, or the expression.</summary>
    internal static Value<string> AsText<T>(this Value<T> value)
        where T : notnull
        => value.TryGetLiteral(out var literal) ? Spelling.Of(literal) : value.Expression!;

    /// <summary>The value, or another where it is not set or turns out to be null.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    internal static Value<T>? Or<T>(this Value<T>? value, Value<T>? otherwise)
        where T : notnull
        => value is null ? otherwise
        : otherwise is null || value.Expression is not { IsOptional: true } optional ? value
        : new Expression(new ConditionalSyntax(Syntaxes.IsNotNull(optional.Holder ?? optional.Syntax), optional.Syntax, otherwise.Syntax())) { IsOptional = otherwise.Expression?.IsOptional == true };

    /// <summary>Whether nothing may stand for a value: it is not set, or may turn out to be null.</summary>
    internal static bool MayBeNull<T>([NotNullWhen(false)] this Value<T>? value)
        where T : notnull
        => value is null or { Expression.IsOptional: true };

    /// <summary>Whether a value is set and not null.</summary>
    internal static Value<bool> IsSet<T>(this Value<T>? value)
        where T : notnull
        => value is null ? false : value.Expression is { IsOptional: true } optional ? new Expression(Syntaxes.IsNotNull(optional.Holder ?? optional.Syntax)) : true;

    /// <summary>Whether a value is one of some literals; what is not set is none of them.</summary>
    internal static Value<bool> IsAnyOf<T>(this Value<T>? value, params IReadOnlyList<T> literals)
        where T : notnull
    {
        if (value is null)
        {
            return false;
        }
        return value.TryGetLiteral(out var literal) ? literals.Contains(literal) : IsAnyOf(value.Expression!.Syntax, [.. literals.Select(candidate => Syntaxes.OfLiteral(candidate))], value.MayBeNull());
    }

    private static Value<bool> IsAnyOf(Syntax value, IReadOnlyList<Syntax> literals, bool mayBeNull) => value switch
    {
        LiteralSyntax literal => literals.Any(candidate => candidate.IsLiteral(literal.Value)),
        ConditionalSyntax choice => Value.When(new Expression(choice.Condition), IsAnyOf(choice.Then, literals, mayBeNull: false), IsAnyOf(choice.Otherwise, literals, mayBeNull))!,
        // A value that is null is equal to none; contains would refuse it.
        _ => new Expression(literals.Count <= 2 || mayBeNull
            ? Syntaxes.Joined("||", literals.Select(candidate => new BinarySyntax(value, "==", candidate)))
            : Syntaxes.Call("contains", new ListSyntax(literals), value)),
    };

    /// <summary>Whether a number is above another.</summary>
    internal static Value<bool> IsAbove(this Value<int> value, int limit) => value.TryGetLiteral(out var literal) ? literal > limit : Expression.Of($"{value} > {limit}");
}
