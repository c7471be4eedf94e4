using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>What a configuration plans, without the names that it has there.</summary>
internal static class PlannedValues
{
    /// <summary>A line for each resource: its type, its values, and which of them are known only after the apply.</summary>
    internal static IReadOnlyList<string> Of(string directory) =>
    [
        .. from resource in new TerraformDirectory(directory).PlanWithValues()
           let change = resource.GetProperty("change")
           select $"{resource.GetProperty("type").GetString()} {Comparable(change.GetProperty("after"))} {Comparable(change.GetProperty("after_unknown"))}",
    ];

    /// <summary>The values but for the tags of the provider, which are not the resource's.</summary>
    private static string Comparable(JsonElement values) => new JsonObject(JsonNode.Parse(values.GetRawText())!.AsObject()
        .Where(entry => entry.Key != "tags_all")
        .Select(entry => KeyValuePair.Create(entry.Key, entry.Key.EndsWith("policy", StringComparison.Ordinal) && entry.Value?.GetValueKind() == JsonValueKind.String ? Policy(JsonNode.Parse((string)entry.Value!)) : entry.Value?.DeepClone()))).ToJsonString();

    /// <summary>In a policy the order is without meaning, and so is whether one thing stands in a list.</summary>
    private static JsonNode? Policy(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Policy(entry.Value)))),
        JsonArray { Count: 1 } list => Policy(list[0]),
        JsonArray list => new JsonArray([.. list.Select(Policy).OrderBy(item => item!.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };
}
