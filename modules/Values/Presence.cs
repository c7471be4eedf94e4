using System.Collections;
using System.Runtime.CompilerServices;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>Whether records and what is in collections are there: in a published module they stand for what its caller may leave out.</summary>
internal static class Presence
{
    private static readonly ConditionalWeakTable<object, Syntax> Known = [];

    /// <summary>Notes that only Terraform knows whether a record is there, or what is in a collection.</summary>
    /// <param name="what">The record or the collection.</param>
    /// <param name="expression">It as an expression.</param>
    internal static void Set(object what, Syntax expression) => Known.Add(what, expression);

    /// <summary>Whether a record is there.</summary>
    internal static Value<bool> Of(object? record) => record is null ? false : Known.TryGetValue(record, out var expression) ? new Expression(Syntaxes.IsNotNull(expression)) : true;

    /// <summary>Whether there is anything in a list or a map.</summary>
    internal static Value<bool> OfAny(IEnumerable collection) =>
        (Known.TryGetValue(collection, out var expression) ? expression : (collection as IValueList)?.Expression?.Syntax) is { } open ? Expression.Of($"length({open}) > 0") : collection.Cast<object>().Any();

    /// <summary>Whether a map has a key.</summary>
    internal static Value<bool> OfKey<T>(IReadOnlyDictionary<string, T> map, string key) =>
        Known.TryGetValue(map, out var expression) ? new Expression(Syntaxes.Call("can", new IndexSyntax(expression, Syntaxes.OfLiteral(key)))) : map.ContainsKey(key);
}
