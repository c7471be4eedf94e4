using System.Text.Json.Nodes;

namespace Orchestrator.Review.Tests.Rules;

/// <summary>A plan's JSON from its changes, written short: <c>address: { actions, before, after, unknown, replace }</c>.</summary>
internal static class PlanJson
{
    internal static string Of(JsonObject json)
    {
        var plan = json["plan"]?.DeepClone().AsObject() ?? [];
        plan["format_version"] ??= "1.2";
        plan["terraform_version"] ??= "1.11.4";
        plan["resource_changes"] ??= new JsonArray([.. Members(json["changes"]).Select(Change)]);
        if (json["drift"] is { } drift)
        {
            plan["resource_drift"] = new JsonArray([.. Members(drift).Select(Change)]);
        }
        if (json["deferred"] is { } deferred)
        {
            plan["deferred_changes"] = new JsonArray([.. Members(deferred).Select(pair => (JsonNode)new JsonObject { ["reason"] = "provider_config_unknown", ["resource_change"] = Change(pair) })]);
        }
        if (json["configured"] is { } configured)
        {
            plan["configuration"] = new JsonObject { ["root_module"] = new JsonObject { ["resources"] = new JsonArray([.. Members(configured).Select(Resource)]) } };
        }
        return plan.ToJsonString();
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node is JsonObject json ? json : [];

    private static JsonNode Change(KeyValuePair<string, JsonNode?> pair)
    {
        var given = pair.Value!.AsObject();
        var (type, name) = Split(pair.Key);
        var change = new JsonObject
        {
            ["actions"] = given["actions"] is JsonArray actions ? actions.DeepClone() : new JsonArray((string?)given["actions"] ?? "no-op"),
            ["before"] = given["before"]?.DeepClone(),
            ["after"] = given.ContainsKey("after") ? given["after"]?.DeepClone() : (string?)given["actions"] is null or "no-op" ? given["before"]?.DeepClone() : null,
            ["after_unknown"] = given["unknown"]?.DeepClone() ?? new JsonObject(),
            ["before_sensitive"] = given["before_sensitive"]?.DeepClone() ?? new JsonObject(),
            ["after_sensitive"] = given["after_sensitive"]?.DeepClone() ?? new JsonObject(),
        };
        if (given["replace"] is JsonArray replace)
        {
            change["replace_paths"] = new JsonArray([.. replace.Select(path => (JsonNode)new JsonArray(path!.DeepClone()))]);
        }
        var result = new JsonObject { ["address"] = pair.Key, ["mode"] = "managed", ["type"] = type, ["name"] = name, ["provider_name"] = "registry.terraform.io/hashicorp/aws", ["change"] = change };
        if (given["reason"] is { } reason)
        {
            result["action_reason"] = reason.DeepClone();
        }
        return result;
    }

    private static JsonNode Resource(KeyValuePair<string, JsonNode?> pair)
    {
        var (type, name) = Split(pair.Key);
        return new JsonObject { ["address"] = pair.Key, ["mode"] = "managed", ["type"] = type, ["name"] = name, ["provider_config_key"] = "aws", ["expressions"] = pair.Value!.DeepClone() };
    }

    private static (string Type, string Name) Split(string address) => address.Split('.', '[') is [var type, var name, ..] ? (type, name) : throw new InvalidOperationException(address);
}
