using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>The conditions of a rule.</summary>
internal static class ConditionDraft
{
    private static readonly (string Attribute, string Key, string Regex)[] Lists =
    [
        ("host_header", "hosts", "hostRegex"),
        ("path_pattern", "paths", "pathRegex"),
        ("http_request_method", "methods", ""),
        ("source_ip", "sourceCidrs", ""),
    ];

    internal static JsonObject Of(IReadOnlyList<JsonObject> conditions)
    {
        var node = new JsonObject();
        foreach (var condition in conditions)
        {
            foreach (var (attribute, key, regex) in Lists)
            {
                foreach (var block in StateResource.BlocksOf(condition[attribute]))
                {
                    Append(node, key, block["values"]);
                    Append(node, regex, block["regex_values"]);
                }
            }
            foreach (var header in StateResource.BlocksOf(condition["http_header"]))
            {
                var name = StateResource.TextOf(header["http_header_name"]) ?? "";
                ManifestDraft.Set(Below(node, "headers", header["values"]), name, header["values"]);
                ManifestDraft.Set(Below(node, "headerRegex", header["regex_values"]), name, header["regex_values"]);
            }
            if (StateResource.BlocksOf(condition["query_string"]) is { Count: > 0 } parameters)
            {
                var anyOf = new JsonArray([.. parameters.Select(parameter =>
                {
                    var one = new JsonObject();
                    ManifestDraft.Set(one, "key", parameter["key"]);
                    ManifestDraft.Set(one, "value", parameter["value"]);
                    return (JsonNode)one;
                })]);
                Append(node, "queryStrings", new JsonArray(new JsonObject { ["anyOf"] = anyOf }));
            }
        }
        return node;
    }

    private static void Append(JsonObject node, string key, JsonNode? values)
    {
        foreach (var value in values as JsonArray ?? [])
        {
            if (node[key] is not JsonArray list)
            {
                node[key] = list = [];
            }
            list.Add(value?.DeepClone());
        }
    }

    /// <summary>The map at a key, where there is something to put into it.</summary>
    private static JsonObject Below(JsonObject node, string key, JsonNode? values)
    {
        if (values is not JsonArray { Count: > 0 })
        {
            return [];
        }
        if (node[key] is not JsonObject map)
        {
            node[key] = map = [];
        }
        return map;
    }
}
