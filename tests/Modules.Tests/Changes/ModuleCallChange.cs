using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What becomes of what a call of a module made when it gives null for an input.</summary>
/// <param name="Before">What is planned for the call where nothing is there yet.</param>
/// <param name="After">The same for the call with null.</param>
/// <param name="Planned">What is planned for the call with null over what the call made.</param>
internal sealed record ModuleCallChange(IReadOnlyList<JsonNode> Before, IReadOnlyList<JsonNode> After, IReadOnlyList<JsonNode> Planned)
{
    private const string Unknown = "known after the apply";

    /// <summary>What differs: resources, and attributes in them.</summary>
    internal IEnumerable<string> Differences
    {
        get
        {
            var (before, after) = (Resources(Before), Resources(After));
            return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .SelectMany(address => before.GetValueOrDefault(address) is { } was && after.GetValueOrDefault(address) is { } becomes ? Paths(was, becomes).Select(path => $"{address}: {path}") : [address]);
        }
    }

    /// <summary>Whether anything differs, or is planned: what depends on what is made differs only when that is there.</summary>
    internal bool IsAny => Differences.Any() || Planned.Any(change => !PlannedStack.IsNothing(change));

    /// <summary>What differs and is not planned.</summary>
    internal IEnumerable<string> Unplanned
    {
        get
        {
            var planned = Planned.ToLookup(Address);
            return Differences.Where(difference => difference.Split(": ") is [var address, .. var path] && !planned[address].Any(change => IsPlanned(change, path)));
        }
    }

    private static bool IsPlanned(JsonNode change, IReadOnlyList<string> path)
    {
        if (PlannedStack.IsNothing(change))
        {
            return false;
        }
        if (path.Count == 0 || change["change"]!["actions"]!.AsArray() is not [var only] || (string?)only != "update")
        {
            return true;
        }
        var (before, after) = (change["change"]!["before"], Merged(change["change"]!["after"], change["change"]!["after_unknown"]));
        foreach (var step in path[0].Split('.'))
        {
            if (before is JsonArray { Count: > 1 } || after is JsonArray { Count: > 1 })
            {
                break;
            }
            (before, after) = (Step(before, step), Step(after, step));
        }
        return !JsonNode.DeepEquals(before, after);
    }

    private static JsonNode? Step(JsonNode? node, string step) => ((node is JsonArray { Count: 1 } list ? list[0] : node) as JsonObject)?[step];

    private static Dictionary<string, JsonNode?> Resources(IReadOnlyList<JsonNode> changes) => changes.ToDictionary(Address, change => Merged(change["change"]!["after"], change["change"]!["after_unknown"]));

    /// <summary>A resource's address in its module.</summary>
    private static string Address(JsonNode change) => ((string)change["address"]!)[((string)change["module_address"]!).Length..];

    /// <summary>A planned value with a mark where it is not known.</summary>
    private static JsonNode? Merged(JsonNode? value, JsonNode? unknown) => (value, unknown) switch
    {
        (_, JsonValue mark) when mark.GetValueKind() == System.Text.Json.JsonValueKind.True => Unknown,
        (null, JsonArray or JsonObject) => Merged(unknown is JsonArray ? new JsonArray() : new JsonObject(), unknown),
        (JsonObject map, JsonObject marks) => new JsonObject(map.Select(entry => entry.Key).Union(marks.Select(entry => entry.Key)).Select(key => KeyValuePair.Create(key, Merged(map[key], marks[key])))),
        (JsonArray list, JsonArray marks) => new JsonArray([.. Enumerable.Range(0, Math.Max(list.Count, marks.Count)).Select(index => Merged(list.ElementAtOrDefault(index), marks.ElementAtOrDefault(index)))]),
        _ => value?.DeepClone(),
    };

    private static IEnumerable<string> Paths(JsonNode? one, JsonNode? other, string path = "") => (one, other) switch
    {
        _ when JsonNode.DeepEquals(one, other) => [],
        (JsonObject map, JsonObject or null) => map.Select(entry => entry.Key).Union((other as JsonObject ?? []).Select(entry => entry.Key)).SelectMany(key => Paths(map[key], other?[key], path.Length == 0 ? key : $"{path}.{key}")),
        (null, JsonObject) => Paths(other, one, path),
        (JsonArray { Count: 1 } list, JsonArray { Count: 1 } others) => Paths(list[0], others[0], path),
        (JsonArray { Count: 1 } list, null or JsonArray { Count: 0 }) when list[0] is JsonObject => Paths(list[0], null, path),
        (null or JsonArray { Count: 0 }, JsonArray { Count: 1 } list) when list[0] is JsonObject => Paths(list[0], null, path),
        _ => [path],
    };
}
