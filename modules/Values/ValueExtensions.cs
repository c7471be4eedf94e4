using System.Diagnostics.CodeAnalysis;

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
}
