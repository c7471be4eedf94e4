using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Reads what Terraform and OpenTofu know of what is there: the file of a state, or what <c>show -json</c> prints of a state or a plan.</summary>
public static class StateReader
{
    /// <summary>The managed resources, in the order of their addresses.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="UnreadableStateException">It is none of these, or nothing is there.</exception>
    public static IReadOnlyList<StateResource> Read(ReadOnlySpan<byte> json)
    {
        JsonObject root;
        try
        {
            root = JsonNode.Parse(json) as JsonObject ?? throw new UnreadableStateException("is JSON, but neither a state nor a plan");
        }
        catch (JsonException exception)
        {
            throw new UnreadableStateException($"is not JSON: {exception.Message.Split(". ")[0]}");
        }
        try
        {
            List<StateResource> resources = [.. Resources(root).Select(OlderRules.Renewed).OrderBy(resource => resource.Address, StringComparer.Ordinal)];
            return resources.Count > 0 ? resources : throw new UnreadableStateException("has no resource that exists");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            throw new UnreadableStateException("is not as Terraform writes a state: a value has another type than it has there");
        }
    }

    private static IEnumerable<StateResource> Resources(JsonObject root)
    {
        if (root["resources"] is JsonArray resources && root["version"] is not null)
        {
            return (int?)root["version"] == 4 ? resources.OfType<JsonObject>().SelectMany(Instances) : throw new UnreadableStateException($"is a state in version {root["version"]!.ToJsonString()} of the format: have Terraform 1.10 or later write it");
        }
        if ((root["values"] ?? root["prior_state"]?["values"])?["root_module"] is JsonObject module)
        {
            return InModule(module);
        }
        throw new UnreadableStateException(root.ContainsKey("planned_values") ? "is a plan before whose apply nothing exists" : "is neither a state nor what terraform show -json prints of one or of a plan");
    }

    private static IEnumerable<StateResource> Instances(JsonObject resource) =>
        (string?)resource["mode"] != "managed" ? [] : (resource["instances"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(instance => instance["deposed"] is null && instance["attributes"] is JsonObject)
            .Select(instance => new StateResource((string?)resource["module"], Required(resource, "type"), Required(resource, "name"), instance["index_key"]?.DeepClone(), instance["attributes"]!.DeepClone().AsObject(), (int?)instance["schema_version"] ?? 0));

    private static IEnumerable<StateResource> InModule(JsonObject module) =>
        (module["resources"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(resource => (string?)resource["mode"] == "managed" && resource["deposed_key"] is null && resource["values"] is JsonObject)
            .Select(resource => new StateResource((string?)module["address"], Required(resource, "type"), Required(resource, "name"), resource["index"]?.DeepClone(), resource["values"]!.DeepClone().AsObject(), (int?)resource["schema_version"] ?? 0))
            .Concat((module["child_modules"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(InModule));

    private static string Required(JsonObject resource, string key) => (string?)resource[key] ?? throw new UnreadableStateException($"has a resource without {key}");
}
