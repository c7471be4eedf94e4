using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Manifest;

/// <summary>The JSON Schema (draft 2020-12) of manifests, made from the types that manifests are bound to.</summary>
public static class ManifestSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text.</summary>
    public static string Text() => new Writer().Write(typeof(ManifestProps)).ToJsonString(Options);

    /// <summary>Adds what differs by environment. What is required may stand there, so it is required of a manifest of one environment alone.</summary>
    private static void AddEnvironments(JsonObject schema)
    {
        var properties = schema["properties"]!.AsObject();
        var required = schema["required"]!.DeepClone();
        var differing = new JsonObject(properties.Where(property => property.Key != "environment").Select(property => KeyValuePair.Create<string, JsonNode?>(property.Key, true)));
        properties[ManifestEnvironments.Key] = new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z][a-z0-9-]{0,15}$" },
            ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = false, ["properties"] = differing },
            ["description"] = "Several environments instead of one, by name, each with what differs in it from the rest of the manifest: maps are merged, anything else takes the place of what is there, and nothing (~) takes it out.",
        };
        schema.Remove("required");
        schema["if"] = new JsonObject { ["required"] = new JsonArray(ManifestEnvironments.Key) };
        schema["then"] = new JsonObject { ["properties"] = new JsonObject { ["environment"] = false } };
        schema["else"] = new JsonObject { ["required"] = required };
    }

    private sealed class Writer
    {
        private const string PutIn = "putIn";

        private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);
        private readonly Dictionary<(Type, string), Constraint> _constraints = RuleCatalogue.All
            .Where(rule => rule.Level == Level.Error)
            .SelectMany(rule => rule.Bounds)
            // Text may come from the environment, which a pattern does not know; where a rule asks more than its bound the schema would not say all of it.
            .Where(bound => bound.Constraint is NumberBetween or NumberAtLeast || RuleCatalogue.All.Any(rule => rule.Constrained == (bound.Declared, bound.Path)))
            .DistinctBy(bound => (bound.Declared, bound.Path))
            .ToDictionary(bound => (bound.Declared, bound.Path), bound => bound.Constraint);

        internal JsonObject Write(Type top)
        {
            var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Orchestrator manifest" };
            foreach (var (key, value) in Record(top, top, ""))
            {
                schema[key] = value?.DeepClone();
            }
            AddEnvironments(schema);
            schema["$defs"] = new JsonObject(_definitions);
            return schema;
        }

        private JsonObject Record(Type type, Type declared, string path)
        {
            var properties = new JsonObject();
            var required = new JsonArray();
            foreach (var property in Shape.Of(type).Properties)
            {
                var isDeclared = type.IsAssignableTo(typeof(IProps));
                var node = Of(property.Type, isDeclared ? type : declared, isDeclared ? property.Key : PropertyPath.Join(path, property.Key));
                if ((string?)(node["type"] as JsonValue) == "integer" && !node.ContainsKey("minimum") && RuleCatalogue.All.Select(rule => rule.FormOf(type, property.Property.Name)).FirstOrDefault(form => form is not null) is { } form)
                {
                    form.Describe(node);
                }
                if (property.IsSecret && node["type"]?.GetValue<string>() == "string")
                {
                    node["pattern"] = @"\$\{(env|file):[^}]+\}";
                }
                node = OrPutIn(node);
                node["description"] = Documented(property);
                properties[property.Key] = node;
                if (property is { IsRequired: true, DefaultsTo: null })
                {
                    required.Add((JsonNode)property.Key);
                }
            }
            var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
            if (required.Count > 0)
            {
                schema["required"] = required;
            }
            return schema;
        }

        /// <summary>The doc comment, and what it needs of the AWS provider.</summary>
        private static string? Documented(ShapeProperty property)
        {
            var summary = XmlDocumentation.Summary(property.Property);
            var type = property.Type.IsGenericType ? property.Type.GetGenericArguments()[^1] : property.Type;
            var members = type.IsEnum ? Spelling.All(type).Select(member => (member.Text, Since: NewerSettings.Of(type.GetField($"{member.Value}")!))) : [];
            return NewerSettings.Of(property.Property) is { } since
                ? $"{summary} Needs hashicorp/aws {since.Version} or later."
                : string.Concat([summary, .. members.Where(member => member.Since is not null).Select(member => $" {member.Text} needs hashicorp/aws {member.Since!.Version} or later.")]);
        }

        private JsonObject Of(Type type, Type declared, string path)
        {
            if (ScalarBinder.Handles(type))
            {
                return Scalar(type, declared, path);
            }
            if (type == typeof(RawValue))
            {
                return [];
            }
            if (ReferenceAttribute.Of(type) is { } reference)
            {
                return Reference(reference);
            }
            if (!type.IsGenericType)
            {
                return Definition(type, declared, path);
            }
            var element = type.GetGenericArguments()[^1];
            var generic = type.GetGenericTypeDefinition();
            return generic == typeof(Value<>) ? Of(element, declared, path)
                : generic == typeof(IReadOnlyDictionary<,>) ? Map(element, declared, path)
                : new JsonObject { ["type"] = "array", ["items"] = OrPutIn(Of(element, declared, $"{path}[]")) };
        }

        private JsonObject Map(Type element, Type declared, string path)
        {
            var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = OrPutIn(Of(element, declared, $"{path}.*")) };
            if (element.IsAssignableTo(typeof(IProps)))
            {
                schema["propertyNames"] = new JsonObject { ["pattern"] = ResourceName.Expression };
            }
            return schema;
        }

        private JsonObject Definition(Type type, Type declared, string path)
        {
            var name = type.Name.Replace("Props", "");
            if (_definitions.TryAdd(name, null))
            {
                _definitions[name] = Record(type, declared, path);
            }
            return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        }

        private JsonObject Scalar(Type type, Type declared, string path)
        {
            var schema = type switch
            {
                _ when type == typeof(int) => new JsonObject { ["type"] = "integer" },
                _ when type == typeof(decimal) => new JsonObject { ["type"] = "number" },
                _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
                _ when type == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
                _ when Spelling.NumbersOf(type) is { } numbers => new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["enum"] = new JsonArray([.. Spelling.All(type).Select(member => (JsonNode)member.Text)]) },
                        new JsonObject { ["type"] = "integer", ["minimum"] = numbers.Least, ["maximum"] = numbers.Most },
                        new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,3}$" }),
                },
                _ when type.IsEnum => new JsonObject { ["enum"] = new JsonArray([.. Spelling.All(type).Select(member => (JsonNode)member.Text)]) },
                _ => new JsonObject { ["type"] = "string" },
            };
            if (_constraints.TryGetValue((declared, path), out var constraint))
            {
                constraint.Describe(schema);
            }
            return schema;
        }

        /// <summary>What is not a string may still come from the environment or a file.</summary>
        private JsonObject OrPutIn(JsonObject schema)
        {
            if (!schema.ContainsKey("enum") && !schema.ContainsKey("format") && (string?)(schema["type"] as JsonValue) is not ("integer" or "number" or "boolean"))
            {
                return schema;
            }
            _definitions.TryAdd(PutIn, new JsonObject { ["type"] = "string", ["pattern"] = @"^\$\{(env|file):[^}]+\}$" });
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["$ref"] = $"#/$defs/{PutIn}" }) };
        }

        private static JsonObject Reference(ReferenceAttribute reference)
        {
            var name = new JsonObject { ["type"] = "string" };
            return reference.Existing is not { } existing ? name : new JsonObject
            {
                ["oneOf"] = new JsonArray(name, new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["required"] = new JsonArray(existing),
                    ["properties"] = new JsonObject { [existing] = new JsonObject { ["type"] = "string" } },
                }),
            };
        }
    }
}
