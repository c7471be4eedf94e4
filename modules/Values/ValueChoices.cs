using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>
/// Decisions about values: taken here where the values are literals, left to Terraform where they are not. So a construct says once what holds for a description and for a published
/// module, and a rule what it asks of either.
/// </summary>
internal static class Value
{
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
        if (then is Value<bool> one && otherwise is Value<bool> other && one.TryGetLiteral(out var whenMet) && other.TryGetLiteral(out var whenNot))
        {
            return (Value<T>)(object)(whenMet == whenNot ? one : whenMet ? condition : !condition);
        }
        return new Expression(new ConditionalSyntax(condition.Syntax(), then.Syntax(), otherwise.Syntax())) { IsOptional = then.MayBeNull() || otherwise.MayBeNull() };
    }

    /// <summary>The smaller of two numbers.</summary>
    internal static Value<int> Least(Value<int> one, Value<int> other) =>
        one.TryGetLiteral(out var first) && other.TryGetLiteral(out var second) ? Math.Min(first, second) : new Expression(Syntaxes.Call("min", one.Syntax(), other.Syntax()));

    /// <summary>Whether any of them holds.</summary>
    internal static Value<bool> Any(params IEnumerable<Value<bool>> values)
    {
        var all = values.ToList();
        return all.Any(value => value.Is(true)) ? true
            : all.Where(value => !value.IsLiteral).ToList() is { Count: > 0 } open ? new Expression(Syntaxes.Call("anytrue", new ListSyntax([.. open.Select(value => value.Syntax())])))
            : false;
    }

    extension(Value<bool>)
    {
        /// <summary>The opposite.</summary>
        public static Value<bool> operator !(Value<bool> value) => value.TryGetLiteral(out var literal) ? !literal : new Expression(value.Syntax() switch
        {
            BinarySyntax { Operator: "==" } equal => equal with { Operator = "!=" },
            BinarySyntax { Operator: "!=" } different => different with { Operator = "==" },
            UnarySyntax { Operator: "!" } negated => negated.Operand,
            var other => new UnarySyntax("!", other),
        });

        /// <summary>Whether both hold.</summary>
        public static Value<bool> operator &(Value<bool> one, Value<bool> other) =>
            one.TryGetLiteral(out var literal) ? literal ? other : false
            : other.TryGetLiteral(out literal) ? literal ? one : false
            : new Expression(new BinarySyntax(one.Syntax(), "&&", other.Syntax()));

        /// <summary>Whether at least one of them holds.</summary>
        public static Value<bool> operator |(Value<bool> one, Value<bool> other) =>
            one.TryGetLiteral(out var literal) ? literal ? true : other
            : other.TryGetLiteral(out literal) ? literal ? true : one
            : new Expression(new BinarySyntax(one.Syntax(), "||", other.Syntax()));
    }
}
