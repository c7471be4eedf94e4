using System.Text.Json.Nodes;

namespace Orchestrator.Hcl;

/// <summary>
/// Which names in a resource are blocks: the part of the provider's schema that Terraform's JSON syntax leaves out and the native one needs.
/// </summary>
public static class ProviderBlocks
{
    private static readonly Lazy<JsonObject> Known = new(() => JsonNode.Parse(typeof(ProviderBlocks).Assembly.GetManifestResourceStream("provider-blocks.json")!)!.AsObject());

    /// <summary>The types that are known, by their kind: <c>resource</c> and <c>data</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Types =>
        Known.Value.ToDictionary(kind => kind.Key, kind => (IReadOnlyList<string>)[.. kind.Value!.AsObject().Select(type => type.Key)]);

    /// <summary>The part of the output of <c>terraform providers schema -json</c> that is kept, for some types.</summary>
    /// <param name="provider">The schema of one provider.</param>
    /// <param name="types">The types to keep, by their kind.</param>
    public static JsonObject Of(JsonObject provider, IReadOnlyDictionary<string, IReadOnlyList<string>> types) => new(types.Select(kind => KeyValuePair.Create(
        kind.Key,
        (JsonNode?)new JsonObject(kind.Value.Order(StringComparer.Ordinal).Select(type => KeyValuePair.Create(type, (JsonNode?)BlocksOf(provider[kind.Key == "data" ? "data_source_schemas" : "resource_schemas"]![type]!["block"]!.AsObject())))))));

    /// <summary>The nested blocks of a type, by name, each with its own.</summary>
    /// <param name="kind"><c>resource</c> or <c>data</c>.</param>
    /// <param name="type">The type: <c>aws_lb</c>.</param>
    /// <exception cref="ArgumentException">The type is not known.</exception>
    public static JsonObject Of(string kind, string type) => Known.Value[kind]?[type]?.AsObject()
        ?? throw new ArgumentException($"the blocks of {kind} {type} are not known; add it to hcl/provider-blocks.json with an empty object, and run ProviderBlocksTests", nameof(type));

    private static JsonObject BlocksOf(JsonObject block) => new((block["block_types"]?.AsObject() ?? []).OrderBy(nested => nested.Key, StringComparer.Ordinal)
        .Select(nested => KeyValuePair.Create(nested.Key, (JsonNode?)BlocksOf(nested.Value!["block"]!.AsObject()))));
}
