using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>An instance of a resource in a state.</summary>
/// <param name="Stack">The module that it is in.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Name">The resource's name.</param>
/// <param name="Index">Which instance it is; null for the only one.</param>
/// <param name="Attributes">What it has.</param>
/// <param name="Sensitive">Which of them are sensitive, as a plan marks them.</param>
internal sealed record StateEntry(string Stack, string Type, string Name, JsonNode? Index, JsonObject Attributes, JsonNode? Sensitive)
{
    /// <summary>Its resource's address in its module.</summary>
    internal string Resource => $"{Type}.{Name}";

    /// <summary>What a plan plans an instance to be.</summary>
    internal static StateEntry Planned(JsonNode change) => new(
        StackOf(change), (string)change["type"]!, (string)change["name"]!, change["index"]?.DeepClone(), change["change"]!["after"]!.DeepClone().AsObject(), change["change"]!["after_sensitive"]);

    /// <summary>The module that a planned change is in.</summary>
    internal static string StackOf(JsonNode change) => ((string)change["module_address"]!)["module.".Length..];

    /// <summary>A state file of instances.</summary>
    internal static string File(IEnumerable<StateEntry> entries, ProviderSchema schema) => new JsonObject
    {
        ["version"] = 4,
        ["terraform_version"] = "1.11.0",
        ["serial"] = 1,
        ["lineage"] = "0a1b2c3d-0000-4000-8000-000000000000",
        ["outputs"] = new JsonObject(),
        ["resources"] = new JsonArray([.. entries.GroupBy(entry => (entry.Stack, entry.Resource)).Select(instances => Instances([.. instances], schema))]),
    }.ToJsonString();

    private static JsonNode Instances(IReadOnlyList<StateEntry> instances, ProviderSchema schema) => new JsonObject
    {
        ["module"] = $"module.{instances[0].Stack}",
        ["mode"] = "managed",
        ["type"] = instances[0].Type,
        ["name"] = instances[0].Name,
        ["provider"] = "provider[\"registry.terraform.io/hashicorp/aws\"]",
        ["instances"] = new JsonArray([.. instances.Select(instance => (JsonNode)new JsonObject
        {
            ["schema_version"] = schema.Version(instance.Type),
            ["index_key"] = instance.Index?.DeepClone(),
            ["attributes"] = instance.Attributes.DeepClone(),
            ["sensitive_attributes"] = new JsonArray([.. Paths(instance.Sensitive, [])]),
        })]),
    };

    private static IEnumerable<JsonNode> Paths(JsonNode? mark, IReadOnlyList<JsonNode> path) => mark switch
    {
        JsonObject map => map.SelectMany(entry => Paths(entry.Value, [.. path, new JsonObject { ["type"] = "get_attr", ["value"] = entry.Key }])),
        JsonArray list => list.SelectMany((item, index) => Paths(item, [.. path, new JsonObject { ["type"] = "index", ["value"] = new JsonObject { ["value"] = index, ["type"] = "number" } }])),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.True => [new JsonArray([.. path.Select(step => step.DeepClone())])],
        _ => [],
    };
}
