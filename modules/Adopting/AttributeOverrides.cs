using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Provider;

namespace Orchestrator.Modules.Adopting;

/// <summary>Makes a configuration say what a state has, where no key of a manifest can.</summary>
/// <param name="type">The resource's type.</param>
internal sealed class AttributeOverrides(string type)
{
    /// <summary>The overrides of one argument, by their paths; nothing (null) for what is to be left unset. None where an override cannot do it: it makes no list shorter.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="written">What the configuration says.</param>
    /// <param name="there">What the state has.</param>
    internal IReadOnlyList<(string Path, JsonNode? Value)> Of(string name, JsonNode? written, JsonNode? there) => Find(name, written, there)?.ToList() ?? [];

    private IEnumerable<(string Path, JsonNode? Value)>? Find(string path, JsonNode? written, JsonNode? there)
    {
        if (ProviderAttributes.Find($"{type}.{Plain(path)}") is null && !path.StartsWith("tags.", StringComparison.Ordinal))
        {
            return [];
        }
        if (IsReference(written) || IsSame(written, there))
        {
            return [];
        }
        return (written, there) switch
        {
            (not null, null) => [(path, null)],
            (null, JsonArray blocks) when blocks.All(block => block is JsonObject) => blocks.Count == 0 ? [] : [(path, new JsonArray([.. blocks.Select(block => (JsonNode)Settable(path, block!.AsObject()))]))],
            (null, JsonObject block) when ProviderAttributes.Find($"{type}.{Plain(path)}")?.IsNested == true => Settable(path, block) is { Count: > 0 } settable ? [(path, settable)] : [],
            (JsonObject block, JsonArray { Count: 1 } blocks) when blocks[0] is JsonObject one => All(path, block, one),
            (JsonArray { Count: 1 } list, JsonArray { Count: 1 } blocks) when list[0] is JsonObject block && blocks[0] is JsonObject one => All($"{path}.0", block, one),
            (JsonArray list, JsonArray values) when list.Count == values.Count => Each(path, list, values),
            (JsonObject map, JsonObject values) => map.Select(entry => entry.Key).Union(values.Select(entry => entry.Key)).Where(key => !key.Contains('.') && !IsSame(map[key], values[key])).Select(key => ($"{path}.{key}", values[key]?.DeepClone())),
            (JsonObject or JsonArray, JsonArray { Count: 0 } or JsonObject { Count: 0 }) => [(path, null)],
            (JsonArray or JsonObject, _) => null,
            _ => [(path, there?.DeepClone())],
        };
    }

    private IEnumerable<(string Path, JsonNode? Value)>? All(string path, JsonObject written, JsonObject there)
    {
        var all = new List<(string, JsonNode?)>();
        foreach (var name in written.Select(entry => entry.Key).Union(there.Where(entry => !StateResource.IsNothing(entry.Value)).Select(entry => entry.Key)))
        {
            if (Find($"{path}.{name}", written[name], there[name]) is not { } below)
            {
                return null;
            }
            all.AddRange(below);
        }
        return all;
    }

    private IEnumerable<(string Path, JsonNode? Value)>? Each(string path, JsonArray written, JsonArray there)
    {
        var all = new List<(string, JsonNode?)>();
        for (var index = 0; index < written.Count; index++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}.{index}");
            var below = written[index] is JsonObject block && there[index] is JsonObject one ? All(place, block, one) : IsSame(written[index], there[index]) ? [] : [(place, there[index]?.DeepClone())];
            if (below is null)
            {
                return null;
            }
            all.AddRange(below);
        }
        return all;
    }

    private JsonObject Settable(string path, JsonObject block)
    {
        var settable = new JsonObject();
        foreach (var (name, value) in block.Where(entry => !StateResource.IsNothing(entry.Value) && ProviderAttributes.Find($"{type}.{Plain($"{path}.{entry.Key}")}") is not null))
        {
            settable[name] = value is JsonArray list && list.All(item => item is JsonObject) ? new JsonArray([.. list.Select(item => (JsonNode)Settable($"{path}.{name}", item!.AsObject()))]) : value!.DeepClone();
        }
        return settable;
    }

    private static string Plain(string path) => string.Join('.', path.Split('.').Where(key => !key.All(char.IsAsciiDigit)));

    private static bool IsReference(JsonNode? written) => written is JsonValue && written.GetValueKind() == JsonValueKind.String && ((string)written!).Contains("${", StringComparison.Ordinal);

    /// <summary>Terraform turns numbers and booleans into text and back.</summary>
    private static bool IsSame(JsonNode? written, JsonNode? there) =>
        JsonNode.DeepEquals(written, there) || (written is JsonValue && there is JsonValue && StateResource.TextOf(written) == StateResource.TextOf(there)) || (written is null && StateResource.IsNothing(there));
}
