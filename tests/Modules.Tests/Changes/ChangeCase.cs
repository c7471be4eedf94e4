using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What a stack has before and after one thing is changed in its description.</summary>
/// <param name="Name">What is changed, for whoever reads that it failed.</param>
/// <param name="Stack">The stack that both are versions of.</param>
/// <param name="Before">Its resources, by kind and name.</param>
/// <param name="After">The same, changed.</param>
/// <param name="Start">The change after which this one comes; null where it changes the stack as it is.</param>
internal sealed record ChangeCase(string Name, string Stack, JsonObject Before, JsonObject After, ChangeCase? Start = null)
{
    /// <summary>The addresses of what is not the same in both.</summary>
    internal IReadOnlySet<string> Changed { get; } = Addresses(Before).Concat(Addresses(After)).Distinct()
        .Where(address => !JsonNode.DeepEquals(Find(Before, address), Find(After, address))).ToHashSet();

    /// <summary>A resource by its address; null where there is none.</summary>
    internal static JsonNode? Find(JsonObject resources, string address) => address.Split('.') is [var kind, var name] ? resources[kind]?[name] : null;

    private static IEnumerable<string> Addresses(JsonObject resources) => resources.SelectMany(kind => kind.Value!.AsObject().Select(resource => $"{kind.Key}.{resource.Key}"));

    /// <summary>What a plan leaves as it was although the configurations differ there; empty where all of it is changed.</summary>
    internal IEnumerable<string> Unplanned(IReadOnlyList<JsonNode> planned)
    {
        foreach (var change in planned)
        {
            var address = Copies.Original((string)change["address"]!);
            var own = $"{change["type"]}.{Copies.Original((string)change["name"]!)}";
            if (Find(Before, own) is JsonObject before && Find(After, own) is JsonObject after && change["change"]!["before"] is { } was && change["change"]!["after"] is { } becomes)
            {
                foreach (var path in Differences(before, after, []).Where(path => !Meta.Contains(path[0])).Where(path => !IsChanged(path, was, becomes, change["change"]!["after_unknown"])))
                {
                    yield return $"{address}: {string.Join('.', path)}";
                }
            }
        }
    }

    private static readonly HashSet<string> Meta = ["lifecycle", "depends_on", "for_each", "count"];

    private static IEnumerable<IReadOnlyList<string>> Differences(JsonNode? one, JsonNode? other, IReadOnlyList<string> path) =>
        JsonNode.DeepEquals(one, other) ? []
        : one is JsonObject || other is JsonObject ? (one as JsonObject ?? []).Select(entry => entry.Key).Union((other as JsonObject ?? []).Select(entry => entry.Key)).SelectMany(key => Differences((one as JsonObject)?[key], (other as JsonObject)?[key], [.. path, key]))
        : one is JsonArray { Count: 1 } && other is JsonArray { Count: 1 } or null ? Differences(one[0], other?[0], path)
        : [path];

    private static bool IsChanged(IReadOnlyList<string> path, JsonNode? was, JsonNode? becomes, JsonNode? unknown)
    {
        foreach (var key in path)
        {
            (was, becomes, unknown) = (Only(was), Only(becomes), Only(unknown));
            if (unknown is JsonValue || was is JsonArray || becomes is JsonArray)
            {
                break;
            }
            (was, becomes, unknown) = ((was as JsonObject)?[key], (becomes as JsonObject)?[key], (unknown as JsonObject)?[key]);
        }
        return unknown is JsonValue || !JsonNode.DeepEquals(was, becomes);
    }

    private static JsonNode? Only(JsonNode? node) => node is JsonArray { Count: 1 } list ? list[0] : node;
}
