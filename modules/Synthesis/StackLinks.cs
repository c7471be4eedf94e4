using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Modules.State;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// Turns references to resources of another stack into parameters of Systems Manager: the stack that has the resource writes the attribute, the
/// other one reads it (ADR 8). References are expressions, so the configurations say all that there is to know.
/// </summary>
internal static partial class StackLinks
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rewrites the configurations of stacks, and the order of stacks in manifest.json.</summary>
    /// <param name="stacks">The stacks of one manifest.</param>
    /// <param name="directory">What was synthesized.</param>
    /// <exception cref="StackCycleException">They need each other in a circle.</exception>
    internal static void Write(IReadOnlyList<string> stacks, string directory)
    {
        var configurations = stacks.ToDictionary(stack => stack, stack => JsonNode.Parse(File.ReadAllText(PathOf(directory, stack)))!.AsObject());
        var owners = configurations.SelectMany(stack => Addresses(stack.Value).Select(address => (address, stack.Key))).ToLookup(entry => entry.address, entry => entry.Key);
        var links = new List<StackLink>();
        foreach (var (stack, configuration) in configurations)
        {
            Rewrite(configuration, stack, owners, links);
        }
        RequireOrder(stacks, links);
        foreach (var link in links.DistinctBy(link => (link.Owner, link.Name)))
        {
            Section(configurations[link.Owner], "resource", "aws_ssm_parameter")[link.Id] = link.Written();
        }
        foreach (var link in links.DistinctBy(link => (link.Reader, link.Name)))
        {
            Section(configurations[link.Reader], "data", "aws_ssm_parameter")[link.Id] = link.Read();
        }
        foreach (var (stack, configuration) in configurations)
        {
            File.WriteAllText(PathOf(directory, stack), configuration.ToJsonString(Options));
        }
        WriteOrder(Path.Combine(directory, "manifest.json"), links);
    }

    private static string PathOf(string directory, string stack) => Path.Combine(directory, "stacks", stack, "cdk.tf.json");

    private static IEnumerable<string> Addresses(JsonObject configuration) =>
        from kind in new[] { ("resource", ""), ("data", "data.") }
        where configuration[kind.Item1] is JsonObject
        from type in configuration[kind.Item1]!.AsObject()
        from resource in type.Value!.AsObject()
        select $"{kind.Item2}{type.Key}.{resource.Key}";

    private static void Rewrite(JsonNode? node, string stack, ILookup<string, string> owners, List<StackLink> links)
    {
        switch (node)
        {
            case JsonObject map:
                RemoveForeign(map, stack, owners);
                foreach (var (key, value) in map.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var literal))
                    {
                        map[key] = Rewrite(literal, stack, owners, links);
                    }
                    Rewrite(map[key], stack, owners, links);
                }
                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    if (list[index] is JsonValue text && text.TryGetValue<string>(out var literal))
                    {
                        list[index] = Rewrite(literal, stack, owners, links);
                    }
                    Rewrite(list[index], stack, owners, links);
                }
                break;
        }
    }

    /// <summary>Stacks are applied one after the other: what one depends on in another is there already.</summary>
    private static void RemoveForeign(JsonObject resource, string stack, ILookup<string, string> owners)
    {
        if (resource["depends_on"] is not JsonArray addresses)
        {
            return;
        }
        var own = addresses.Select(address => (string)address!).Where(address => owners[address].Contains(stack) || !owners[address].Any()).ToList();
        if (own.Count == 0)
        {
            resource.Remove("depends_on");
        }
        else
        {
            resource["depends_on"] = new JsonArray([.. own.Select(address => (JsonNode)address)]);
        }
    }

    private static string Rewrite(string text, string stack, ILookup<string, string> owners, List<StackLink> links) =>
        !text.Contains("${", StringComparison.Ordinal) ? text : Reference().Replace(text, match =>
        {
            var address = match.Groups["address"].Value;
            if (owners[address].Contains(stack) || owners[address].FirstOrDefault() is not { } owner)
            {
                return match.Value;
            }
            var link = new StackLink(owner, stack, address, match.Groups["attribute"].Value);
            links.Add(link);
            return link.Expression;
        });

    private static void RequireOrder(IReadOnlyList<string> stacks, List<StackLink> links)
    {
        StackGraph.InOrder(stacks, stack => links.Where(link => link.Reader == stack).Select(link => link.Owner), out var cycle);
        if (cycle.Count > 0)
        {
            var reasons = cycle.Zip(cycle.Skip(1), (from, to) => $"{from} needs {links.First(link => link.Reader == from && link.Owner == to).Address} of {to}");
            throw new StackCycleException($"the stacks need each other in a circle by what is wired between them: {string.Join(", ", reasons)}; put what refers to each other into one stack");
        }
    }

    private static JsonObject Section(JsonObject configuration, string kind, string type)
    {
        var section = configuration[kind] as JsonObject;
        if (section is null)
        {
            configuration[kind] = section = [];
        }
        if (section[type] is not JsonObject resources)
        {
            section[type] = resources = [];
        }
        return resources;
    }

    private static void WriteOrder(string file, List<StackLink> links)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var reader in links.GroupBy(link => link.Reader))
        {
            var needed = reader.Select(link => link.Owner).Distinct().Order(StringComparer.Ordinal);
            manifest["stacks"]![reader.Key]!["dependencies"] = new JsonArray([.. needed.Select(name => (JsonNode)name)]);
        }
        File.WriteAllText(file, manifest.ToJsonString(Options));
    }

    [GeneratedRegex(@"(?<![\w.-])(?<address>(data\.)?aws_[a-z0-9_]+\.[A-Za-z_][\w-]*)\.(?<attribute>[a-z_][a-z0-9_]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
