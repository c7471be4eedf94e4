using System.Globalization;
using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Which key of a manifest an attribute comes from.</summary>
/// <param name="Attribute">The attribute, or a block with all that is in it: <c>health_check.path</c>, <c>stickiness</c>.</param>
/// <param name="Key">The key, from the node that the resource becomes.</param>
/// <param name="Read">Gives the key's value for what a resource has; null where the key cannot say it.</param>
internal sealed record Setting(string Attribute, string Key, Func<StateResource, JsonNode?> Read)
{
    /// <summary>The value as it is.</summary>
    internal Setting(string attribute, string key)
        : this(attribute, key, resource => ValueAt(resource, attribute))
    {
    }

    /// <summary>A number that the provider has as text.</summary>
    internal static Setting Number(string attribute, string key) =>
        new(attribute, key, resource => int.TryParse(StateResource.TextOf(ValueAt(resource, attribute)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A text that is a number in the state.</summary>
    internal static Setting Text(string attribute, string key) => new(attribute, key, resource => StateResource.TextOf(ValueAt(resource, attribute)));

    /// <summary>A boolean, which the provider may have as <c>on</c>, <c>off</c> or text.</summary>
    internal static Setting Flag(string attribute, string key) => new(attribute, key, resource => StateResource.TextOf(ValueAt(resource, attribute)) switch
    {
        "true" or "on" => true,
        "false" or "off" => false,
        _ => null,
    });

    /// <summary>A block with a switch of its own: nothing where it is off.</summary>
    internal static Setting Logs(string attribute, string key) => new(attribute, key, resource =>
    {
        if (resource.Blocks(attribute) is not [var logs, ..] || StateResource.TextOf(logs["bucket"]) is not { } bucket)
        {
            return null;
        }
        var node = new JsonObject { ["bucket"] = new JsonObject { ["name"] = bucket } };
        ManifestDraft.Set(node, "prefix", logs["prefix"]);
        ManifestDraft.Set(node, "enabled", StateResource.TextOf(logs["enabled"]) == "false" ? false : null);
        return node;
    });

    private static JsonNode? ValueAt(StateResource resource, string attribute)
    {
        JsonNode? value = resource.Values;
        foreach (var name in attribute.Split('.'))
        {
            value = value is JsonArray list ? list.FirstOrDefault() : value;
            value = (value as JsonObject)?[name];
        }
        return value?.DeepClone();
    }
}
