using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What the provider says of the attributes of its resources.</summary>
internal sealed class ProviderSchema(string json)
{
    private static readonly Lock Gate = new();
    private static ProviderSchema? _known;
    private readonly JsonObject _resources = JsonNode.Parse(json)!["provider_schemas"]!.AsObject().Single(provider => provider.Key.EndsWith("/aws", StringComparison.Ordinal)).Value!["resource_schemas"]!.AsObject();

    /// <summary>That of the provider that Terraform has in a directory; every directory has the same one.</summary>
    internal static ProviderSchema Of(TerraformDirectory directory)
    {
        lock (Gate)
        {
            return _known ??= new ProviderSchema(directory.Run("providers", "schema", "-json"));
        }
    }

    /// <summary>The version of a resource's state.</summary>
    internal int Version(string kind) => (int)_resources[kind]!["version"]!;

    /// <summary>The attributes at the top of a resource that AWS may give a value, and whether nobody else can.</summary>
    internal IEnumerable<(string Name, JsonNode Type, bool IsOnly)> Computed(string kind) =>
        _resources[kind]!["block"]!["attributes"]!.AsObject().Where(attribute => Is(attribute.Value!, "computed")).Select(attribute => (attribute.Key, attribute.Value!["type"]!, !Is(attribute.Value!, "optional")));

    /// <summary>The lists, sets, maps and blocks at the top of a resource, each with what an empty one is.</summary>
    internal IEnumerable<(string Name, JsonNode Empty)> Collections(string kind) =>
        _resources[kind]!["block"]!["attributes"]!.AsObject().Where(attribute => Is(attribute.Value!, "computed") && attribute.Value!["type"] is JsonArray).Select(attribute => (attribute.Key, (string?)attribute.Value!["type"]![0] is "list" or "set" ? new JsonArray() : (JsonNode)new JsonObject()))
            .Concat((_resources[kind]!["block"]!["block_types"] as JsonObject ?? []).Where(block => (string?)block.Value!["nesting_mode"] is "list" or "set").Select(block => (block.Key, (JsonNode)new JsonArray())));

    private static bool Is(JsonNode schema, string what) => (bool?)schema[what] == true;
}
