using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>
/// What a manifest says of a thing, as variables of a module that makes such things. The types of the variables lead: what the manifest says besides is left out, what it does not say is as in
/// the module's minimal example, and names of other things in it stand for their identifiers.
/// </summary>
internal sealed partial class ManifestCall
{
    private static readonly string[] Identifiers = ["_id", "_arn", "_name", "_ids", "_arns", "_names"];

    /// <summary>What a target can be, with an identifier of each that is declared elsewhere.</summary>
    private static readonly IReadOnlyDictionary<string, string> Targets = new Dictionary<string, string>
    {
        ["address"] = "",
        ["instance"] = "i-0a1b2c3d4e5f60718",
        ["functionArn"] = "",
        ["loadBalancer"] = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/0a1b2c3d4e5f6071",
    };

    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exemplary = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<JsonObject> _examples;

    /// <summary>A call of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="sources">What the manifest says that the module's variables come from, each with its path in the manifest; the first that has a property gives it, null for none.</param>
    internal ManifestCall(PublishedModule module, params IReadOnlyList<(string Path, object? Value)> sources)
    {
        _examples = [ModuleText.Example(module.Name, "complete"), ModuleText.Example(module.Name, "minimal")];
        foreach (var (path, value) in sources)
        {
            Write(path, value);
        }
        var said = Record(sources, module.Variables);
        // What is left out is given as its default, so that what is told of it has a place.
        Variables = new JsonObject(module.Variables.Select(variable => KeyValuePair.Create(variable.Name, (said[variable.Name] ?? (said.ContainsKey(variable.Name) ? null : _examples[^1][variable.Name] ?? variable.Default))?.DeepClone())));
        foreach (var variable in module.Variables)
        {
            if (variable is { IsSensitive: true, Type: MapType })
            {
                Variables[variable.Name] = new JsonObject { ["client_secret_key"] = "made-up" };
            }
            if (!said.ContainsKey(variable.Name) && _examples[^1].ContainsKey(variable.Name))
            {
                _exemplary.UnionWith(Keys(variable).Select(key => key.Key));
            }
        }
    }

    /// <summary>The variables.</summary>
    internal JsonObject Variables { get; }

    /// <summary>Whether what a finding is about is a variable or a part of one; where it is not written, whether the call does not say it either.</summary>
    internal bool HasInput(string path) => _written.Contains(path) ? _inputs.Any(input => input.StartsWith(path, StringComparison.Ordinal)) : !_exemplary.Contains(path[(path.LastIndexOf('.') + 1)..]);

    private void Write(string path, object? value)
    {
        _written.Add(path);
        foreach (var (inner, element) in Elements(path, value))
        {
            Write(inner, element);
        }
    }

    private static IEnumerable<(string Path, object? Value)> Elements(string path, object? value) => value switch
    {
        IDictionary<object, object> map => map.Select(entry => (PropertyPath.Join(path, (string)entry.Key), (object?)entry.Value)),
        IList<object> list => list.Select((element, index) => ($"{path}[{index}]", (object?)element)),
        _ => [],
    };

    private JsonObject Record(IReadOnlyList<(string Path, object? Value)> sources, IReadOnlyList<VariableAttribute> attributes)
    {
        var record = new JsonObject();
        foreach (var attribute in attributes)
        {
            if (Find(sources, attribute) is var (path, value, isReference) && (value is null || Convert(path, value, attribute.Type, attribute.Name, isReference) is not null))
            {
                record[attribute.Name] = value is null ? null : Convert(path, value, attribute.Type, attribute.Name, isReference);
            }
        }
        return record;
    }

    /// <summary>The property that an attribute comes from: one of its name, or what its identifier is of.</summary>
    private static (string Path, object? Value, bool IsReference)? Find(IReadOnlyList<(string Path, object? Value)> sources, VariableAttribute attribute)
    {
        foreach (var (path, value) in sources)
        {
            if (value is not IDictionary<object, object> map)
            {
                continue;
            }
            foreach (var (key, isReference) in Keys(attribute))
            {
                if (map.TryGetValue(key, out var found))
                {
                    return (PropertyPath.Join(path, key), found, isReference);
                }
            }
        }
        return null;
    }

    private static IEnumerable<(string Key, bool IsReference)> Keys(VariableAttribute attribute)
    {
        yield return (Camel(attribute.Name), false);
        if (attribute.Type is ObjectType { Attributes: [{ Type: ScalarType } held] })
        {
            yield return (Camel($"{attribute.Name}_{held.Name}"), false);
        }
        if (attribute.Name.EndsWith("_key", StringComparison.Ordinal))
        {
            yield return (Camel(attribute.Name[..^"_key".Length]), false);
        }
        if (attribute.Name == "target_id")
        {
            foreach (var target in Targets.Keys)
            {
                yield return (target, true);
            }
        }
        if (Identifiers.FirstOrDefault(ending => attribute.Name.EndsWith(ending, StringComparison.Ordinal)) is { } identifier)
        {
            var name = Camel(attribute.Name[..^identifier.Length]);
            yield return (name, true);
            yield return ($"{name}s", true);
        }
    }

    private JsonNode? Convert(string path, object? value, VariableType type, string name, bool isReference)
    {
        _inputs.Add(path);
        switch (type)
        {
            case ObjectType { Attributes: [{ Name: "key" }, ..] } when value is string key:
                return new JsonObject { ["key"] = key };
            case ObjectType { Attributes: [{ Type: ScalarType held } only] } when value is string text:
                return new JsonObject { [only.Name] = Scalar(text, held) };
            case ScalarType when value is IDictionary<object, object> && name.EndsWith("_key", StringComparison.Ordinal):
                return name;
            case ObjectType record when value is IDictionary<object, object>:
                return Record([(path, value)], record.Attributes);
            case MapType map when value is IDictionary<object, object> entries:
                return new JsonObject(entries.Select(entry => KeyValuePair.Create((string)entry.Key, Convert($"{path}.{entry.Key}", entry.Value, map.Element, name, isReference))));
            case ListType list when value is IList<object> elements:
                return new JsonArray([.. elements.Select((element, index) => Convert($"{path}[{index}]", element, list.Element, name, isReference))]);
            case ListType list when value is string:
                return new JsonArray(Convert(path, value, list.Element, name, isReference));
            case ScalarType scalar when value is IDictionary<object, object> { Count: 1 } identifier:
                var (known, of) = identifier.First();
                _inputs.Add($"{path}.{known}");
                return Scalar((string)of, scalar);
            case ScalarType scalar when value is string text && isReference && IsName(text):
                return Targets.GetValueOrDefault(path[(path.LastIndexOf('.') + 1)..]) ?? Identifier(text, name);
            case ScalarType scalar when value is string text:
                return Scalar(text, scalar);
            default:
                return null;
        }
    }

    /// <summary>Whether a reference is to something that the manifest declares.</summary>
    private static bool IsName(string text) => text.Length > 0 && !text.Contains(':', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal);

    private static JsonNode Scalar(string text, ScalarType type) =>
        type.Name == "number" && decimal.TryParse(text, out var number) ? number : type.Name == "bool" && bool.TryParse(text, out var flag) ? flag : text;

    /// <summary>The identifier of something that is declared elsewhere: as the module's examples have one, another for each name.</summary>
    private JsonNode? Identifier(string name, string attribute)
    {
        var example = _examples.Select(variables => Example(variables, attribute)).FirstOrDefault(found => found is not null);
        if (example is null)
        {
            return null;
        }
        var number = name.Aggregate(17, (sum, character) => ((sum * 31) + character) % 4096);
        return Hexadecimal().Replace(example, $"{number:x3}");
    }

    private static string? Example(JsonNode? node, string attribute) => node switch
    {
        JsonObject map when map[attribute] is JsonValue value => value.ToString(),
        JsonObject map when map[attribute] is JsonArray { Count: > 0 } list => list[0]!.ToString(),
        JsonObject map => map.Select(entry => Example(entry.Value, attribute)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(element => Example(element, attribute)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string Camel(string name) => Underscore().Replace(name, match => match.Groups["letter"].Value.ToUpperInvariant()).Replace("Mib", "MiB", StringComparison.Ordinal).Replace("Gib", "GiB", StringComparison.Ordinal);

    [GeneratedRegex("_(?<letter>[a-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Underscore();

    [GeneratedRegex("(?<=[0-9a-f]{5})[0-9a-f]{3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();
}
