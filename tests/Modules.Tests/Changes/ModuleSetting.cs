using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>An input of a published module that a call gives though it need not: a variable, or an attribute in one.</summary>
/// <param name="Path">The variable, then the keys and indices that lead there.</param>
/// <param name="Bound">The same with <c>*</c> for any key and <c>[]</c> for any element.</param>
internal sealed record ModuleSetting(IReadOnlyList<object> Path, string Bound)
{
    /// <summary>Every such input of a call.</summary>
    internal static IEnumerable<ModuleSetting> In(PublishedModule module, JsonObject call) => In(module.Variables, call, [], "");

    /// <summary>Every input that a module need not be given, whether a call gives it or not.</summary>
    internal static IEnumerable<string> Optional(PublishedModule module) => Optional(module.Variables, "");

    /// <summary>The call with null for it.</summary>
    internal JsonObject SetToNull(JsonObject call)
    {
        var without = call.DeepClone().AsObject();
        var place = Path.SkipLast(1).Aggregate((JsonNode)without, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        place[(string)Path[^1]] = null;
        return without;
    }

    /// <summary>Whether a part of a call gives it.</summary>
    internal bool IsIn(JsonNode? part) => Path.All(step => (part = step is int index ? (part as JsonArray)?.ElementAtOrDefault(index) : (part as JsonObject)?[(string)step]) is not null);

    private static IEnumerable<ModuleSetting> In(IReadOnlyList<VariableAttribute> attributes, JsonObject given, IReadOnlyList<object> path, string bound)
    {
        foreach (var attribute in attributes.Where(attribute => given[attribute.Name] is not null))
        {
            IReadOnlyList<object> own = [.. path, attribute.Name];
            var ownBound = Join(bound, attribute.Name);
            if (!attribute.IsRequired)
            {
                yield return new ModuleSetting(own, ownBound);
            }
            foreach (var inner in In(attribute.Type, given[attribute.Name]!, own, ownBound))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<ModuleSetting> In(VariableType type, JsonNode given, IReadOnlyList<object> path, string bound) => type switch
    {
        ObjectType record => In(record.Attributes, given.AsObject(), path, bound),
        MapType map => given.AsObject().SelectMany(entry => In(map.Element, entry.Value!, [.. path, entry.Key], Join(bound, "*"))),
        ListType list => given.AsArray().SelectMany((item, index) => In(list.Element, item!, [.. path, index], $"{bound}[]")),
        _ => [],
    };

    private static IEnumerable<string> Optional(IReadOnlyList<VariableAttribute> attributes, string bound) => attributes.SelectMany(attribute =>
        Optional(attribute.Type, Join(bound, attribute.Name)).Prepend(attribute.IsRequired ? "" : Join(bound, attribute.Name))).Where(path => path.Length > 0);

    private static IEnumerable<string> Optional(VariableType type, string bound) => type switch
    {
        ObjectType record => Optional(record.Attributes, bound),
        MapType map => Optional(map.Element, Join(bound, "*")),
        ListType list => Optional(list.Element, $"{bound}[]"),
        _ => [],
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
