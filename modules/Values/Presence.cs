using System.Collections;
using System.Runtime.CompilerServices;

namespace Orchestrator.Modules.Values;

/// <summary>Whether records and what is in collections are there: in a published module they stand for what its caller may leave out.</summary>
internal static class Presence
{
    private static readonly ConditionalWeakTable<object, string> Paths = [];

    /// <summary>Notes that only Terraform knows whether a record is there, or what is in a collection.</summary>
    /// <param name="what">The record or the collection.</param>
    /// <param name="path">It as an expression.</param>
    internal static void Set(object what, string path) => Paths.Add(what, path);

    /// <summary>Whether a record is there.</summary>
    internal static Value<bool> Of(object? record) => record is null ? false : Paths.TryGetValue(record, out var path) ? Expression.Of($"{path} != null") : true;

    /// <summary>Whether there is anything in a list or a map.</summary>
    internal static Value<bool> OfAny(IEnumerable collection) =>
        Paths.TryGetValue(collection, out var path) ? Expression.Of($"length({path}) > 0")
        : collection is IValueList { Expression: { } expression } ? Expression.Of($"length({HclExpression.Of(expression.Template)}) > 0")
        : collection.Cast<object>().Any();

    /// <summary>Whether a map has a key.</summary>
    internal static Value<bool> OfKey<T>(IReadOnlyDictionary<string, T> map, string key) =>
        Paths.TryGetValue(map, out var path) ? Expression.Of($"can({path}[{HclExpression.OfLiteral(key)}])") : map.ContainsKey(key);
}
