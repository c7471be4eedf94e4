using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>Lists of lists, made here where their elements are known, left to Terraform where they are not.</summary>
internal static class ValueListExtensions
{
    /// <summary>What the list has, made of each element.</summary>
    internal static ValueList<string> Each(this ValueList<string> list, Func<Value<string>, Value<string>> make) =>
        list.Expression is { } expression ? new Expression(new ForSyntax(null, "element", expression.Syntax, null, make(Expression.Of("element")).Syntax())) : [.. list.Select(make)];

    /// <summary>The elements of all lists.</summary>
    internal static ValueList<string> Flattened(this IReadOnlyList<ValueList<string>> lists) =>
        lists.All(list => list.Expression is null) ? [.. lists.SelectMany(list => list)]
        : new Expression(Syntaxes.Call("flatten", new ListSyntax([.. lists.Where(list => list.Expression is not null || list.Count > 0).Select(list => list.Syntax())])));

    /// <summary>One value where a condition holds, none where it does not.</summary>
    internal static ValueList<string> Where(Value<bool> condition, Value<string> value) =>
        condition.TryGetLiteral(out var isMet) ? isMet ? [value] : [] : Expression.Of($"{condition} ? [{value}] : []");

    /// <summary>The values that are there; which of them are, only Terraform may know.</summary>
    internal static ValueList<string> Present(this IEnumerable<Value<string>?> values)
    {
        ValueList<string> list = [.. values.OfType<Value<string>>()];
        return list.Any(value => value.Expression is { IsOptional: true }) ? Expression.Of($"compact({list})") : list;
    }
}
