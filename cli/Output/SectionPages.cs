using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>A page of documentation for each section of a manifest: an example, every key, and the rules that are about it. Made from the schema, the catalogue and the examples.</summary>
internal sealed class SectionPages
{
    private const string DefinitionPrefix = "#/$defs/";

    private readonly JsonObject _sections;
    private readonly JsonObject _definitions;
    private readonly ILookup<string, Rule> _rules;
    private readonly IReadOnlyList<(string Path, string Text)> _manifests;

    /// <summary>Pages of a schema.</summary>
    /// <param name="schema">The JSON Schema of manifests.</param>
    /// <param name="examples">An example of each rule; the first message of each says which section the rule is about.</param>
    /// <param name="manifests">Whole manifests, by their paths from the root of the checkout; the shortest one that has a section becomes its example.</param>
    internal SectionPages(JsonObject schema, IReadOnlyDictionary<string, RuleExample> examples, IReadOnlyList<(string Path, string Text)> manifests)
    {
        _sections = schema["properties"]!.AsObject();
        _definitions = schema["$defs"]!.AsObject();
        _rules = RuleCatalogue.All
            .Where(rule => examples.ContainsKey(rule.Id))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToLookup(rule => SectionOf(examples[rule.Id]));
        _manifests = manifests;
    }

    /// <summary>The sections that have a page: the maps of things by name.</summary>
    internal IReadOnlyList<string> Names => [.. _sections.Where(section => DefinitionOf(section.Value!["additionalProperties"]) is not null).Select(section => section.Key)];

    /// <summary>The page of a section.</summary>
    internal string Text(string section)
    {
        var schema = _sections[section]!;
        var text = new StringBuilder($"# {section}\n\n{Description(schema)} Each has a name, which becomes part of its addresses in the state.\n");
        if (_manifests.Select(manifest => (manifest.Path, Fragment: Fragment(manifest.Text, section))).Where(found => found.Fragment is not null).OrderBy(found => found.Fragment!.Length).FirstOrDefault() is { Fragment: { } fragment } example)
        {
            text.Append($"\nFrom [{example.Path}](../../{example.Path}):\n\n{Markdown.Fence("yaml", fragment)}");
        }
        foreach (var name in Reached(DefinitionOf(schema["additionalProperties"])!))
        {
            text.Append($"\n## {name}\n\n| key | value | meaning |\n|---|---|---|\n");
            var required = _definitions[name]!["required"]?.AsArray().Select(key => (string)key!).ToHashSet() ?? [];
            foreach (var (key, value) in _definitions[name]!["properties"]!.AsObject())
            {
                text.Append($"| `{key}`{(required.Contains(key) ? " (required)" : "")} | {Kind(value!)} | {Description(value!)} |\n");
            }
        }
        if (_rules[section].Any())
        {
            text.Append("\n## Rules\n\n| rule | level | what holds |\n|---|---|---|\n");
            foreach (var rule in _rules[section])
            {
                text.Append($"| [{rule.Id}](../rules.md#{rule.Id.ToLowerInvariant()}) | {Spelling.Of(rule.Level)} | {Markdown.Text(rule.Statement)} |\n");
            }
        }
        return text.ToString();
    }

    /// <summary>The page that lists the others.</summary>
    internal string Index()
    {
        var text = new StringBuilder("""
            # Sections of a manifest

            What can be declared, a page for each, with every key and the rules about it. The pages are the output of
            `./orchestrator schema --pages docs/sections`.

            | section | holds |
            |---|---|

            """);
        foreach (var name in Names)
        {
            text.Append($"| [{name}]({name}.md) | {Description(_sections[name]!)} |\n");
        }
        return text.ToString();
    }

    // "error TG045 web.yaml:5:11: targetGroups.app.port is out of range: …"
    private static string SectionOf(RuleExample example) =>
        example.Messages is [var first, ..] && first.Split(": ", 3) is [_, var message, ..] ? message.Split(' ', '.', '[')[0] : "";

    /// <summary>A definition and those that it uses, each once, in the order of their first use.</summary>
    private List<string> Reached(string name)
    {
        List<string> reached = [name];
        for (var next = 0; next < reached.Count; next++)
        {
            foreach (var used in _definitions[reached[next]]!["properties"]!.AsObject().Select(property => DefinitionOf(ElementOf(property.Value!))).OfType<string>())
            {
                if (!reached.Contains(used))
                {
                    reached.Add(used);
                }
            }
        }
        return reached;
    }

    private static string Kind(JsonNode schema) => schema switch
    {
        _ when DefinitionOf(schema) is { } name => $"[{name}](#{name.ToLowerInvariant()})",
        _ when schema["anyOf"] is JsonArray either => Kind(either[0]!),
        _ when schema["enum"] is JsonArray members => string.Join(", ", members.Select(member => $"`{member}`")),
        _ when schema["oneOf"] is JsonArray => $"a name, or `{{ {schema["oneOf"]![1]!["required"]![0]}: … }}`",
        _ when schema["items"] is { } items => $"list of {Kind(items)}",
        _ when schema["additionalProperties"] is JsonObject values => $"map of {Kind(values)}",
        _ when schema["minimum"] is { } minimum => schema["maximum"] is { } maximum ? $"{minimum} to {maximum}" : $"{minimum} or more",
        _ => (string)schema["type"]!,
    };

    private static JsonNode ElementOf(JsonNode schema) =>
        schema["items"] is { } items ? ElementOf(items) : schema["additionalProperties"] is JsonObject values ? ElementOf(values) : schema;

    private static string? DefinitionOf(JsonNode? schema) => schema is JsonObject && (string?)schema["$ref"] is { } reference ? reference[DefinitionPrefix.Length..] : null;

    private static string Description(JsonNode schema) => Markdown.Text((string)schema["description"]!);

    /// <summary>A section of a manifest as it stands there; null where the manifest has none.</summary>
    private static string? Fragment(string manifest, string section)
    {
        var lines = manifest.Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith($"{section}:", StringComparison.Ordinal));
        return start < 0 ? null : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line.Length == 0 || line[0] is ' ' or '#').Prepend(lines[start])).TrimEnd();
    }
}
