using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Adopting;

/// <summary>A manifest that is being written from a state.</summary>
internal sealed partial class ManifestDraft
{
    private const int LongestName = 64;

    private readonly IReadOnlyList<StateResource> _state;
    private readonly Dictionary<string, (string Section, string Key)> _names = [];
    private readonly Dictionary<StateResource, JsonObject> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<StateResource, string> _removed = new(ReferenceEqualityComparer.Instance);
    private readonly JsonObject _network = [];

    internal ManifestDraft(string app, string environment, string region, IReadOnlyList<StateResource> state)
    {
        _state = state;
        Root = new JsonObject { ["app"] = app, ["environment"] = environment, ["region"] = region, ["defaultTags"] = false, ["network"] = _network };
    }

    /// <summary>The manifest.</summary>
    internal JsonObject Root { get; }

    /// <summary>The values of variables that the manifest has in the place of secrets.</summary>
    internal Dictionary<string, string> Variables { get; } = [];

    /// <summary>The resources of a type, as it is called today.</summary>
    internal IEnumerable<StateResource> All(string kind) => _state.Where(resource => resource.Kind == kind);

    /// <summary>The node that a resource became; null where it became none.</summary>
    internal JsonObject? NodeOf(StateResource resource) => _nodes.GetValueOrDefault(resource);

    /// <summary>Adds what a resource becomes to a section of the manifest.</summary>
    /// <param name="section">The section.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="name">What it is called, from which its key is made.</param>
    /// <param name="node">What it becomes.</param>
    /// <param name="ids">What others refer to it by: its ARN, its id.</param>
    internal string Add(string section, StateResource resource, string name, JsonObject node, params IEnumerable<string?> ids)
    {
        var key = AddTo(Root, section, resource, name, node);
        foreach (var id in ids.OfType<string>())
        {
            _names.TryAdd(id, (section, key));
        }
        return key;
    }

    /// <summary>Adds what a resource becomes to a map of another node.</summary>
    internal string AddTo(JsonObject parent, string map, StateResource resource, string name, JsonNode node)
    {
        var entries = parent[map] as JsonObject;
        if (entries is null)
        {
            parent[map] = entries = [];
        }
        var key = Unused(entries, Legal(name));
        entries[key] = node;
        if (node is JsonObject properties)
        {
            _nodes[resource] = properties;
        }
        return key;
    }

    /// <summary>Takes out what a path of the manifest is about, with all that is in it.</summary>
    /// <param name="path">The path: <c>records.www.type</c>.</param>
    /// <param name="reason">Why.</param>
    /// <returns>Whether there was something to take out.</returns>
    internal bool Remove(string path, string reason)
    {
        JsonObject? found = null;
        JsonNode? node = Root;
        foreach (var key in path.Split('.', '['))
        {
            node = (node as JsonObject)?[key];
            found = node is JsonObject map && _nodes.ContainsValue(map) ? map : found;
        }
        if (found is null)
        {
            return false;
        }
        foreach (var (resource, _) in _nodes.Where(entry => IsWithin(entry.Value, found)).ToList())
        {
            _nodes.Remove(resource);
            _removed[resource] = reason;
        }
        var section = found.Parent!.AsObject();
        section.Remove(found.GetPropertyName());
        if (section.Count == 0)
        {
            section.Parent!.AsObject().Remove(section.GetPropertyName());
        }
        return true;
    }

    /// <summary>Why a resource was taken out; null where it was not.</summary>
    internal string? WhyRemoved(StateResource resource) => _removed.GetValueOrDefault(resource);

    /// <summary>A reference to what is adopted too, by its name, or to what is not, by its id.</summary>
    internal JsonNode Reference(string id, string existing = "arn") => _names.TryGetValue(id, out var found) ? JsonValue.Create(found.Key) : new JsonObject { [existing] = id };

    /// <summary>The name of what is adopted from a section; null where it is not.</summary>
    internal string? NameIn(string section, string id) => _names.TryGetValue(id, out var found) && found.Section == section ? found.Key : null;

    /// <summary>The name of a subnet, with what the state knows of it.</summary>
    internal string Subnet(string id)
    {
        var subnets = _network["subnets"] as JsonObject;
        if (subnets is null)
        {
            _network["subnets"] = subnets = [];
        }
        if (subnets.FirstOrDefault(entry => (string?)entry.Value!["id"] == id) is { Key: { } known })
        {
            return known;
        }
        var found = All("aws_subnet").FirstOrDefault(subnet => subnet.Text("id") == id);
        var node = new JsonObject { ["id"] = id };
        Set(node, "availabilityZone", found?.Values["availability_zone"]);
        Set(node, "cidrBlock", found?.Values["cidr_block"]);
        Set(node, "ipv6CidrBlock", found?.Values["ipv6_cidr_block"]);
        var key = Unused(subnets, Legal(StateResource.TextOf(found?.Values["tags"]?["Name"]) ?? id));
        subnets[key] = node;
        return key;
    }

    /// <summary>Says which VPC it all is in.</summary>
    internal void SetVpc(string id)
    {
        _network["vpcId"] = id;
        if (All("aws_vpc").FirstOrDefault(vpc => vpc.Text("id") == id)?.Text("cidr_block") is { } block)
        {
            _network["cidrBlocks"] = new JsonArray(block);
        }
    }

    /// <summary>Whether a VPC is not the manifest's own, so that it has to be named.</summary>
    internal string? OtherVpc(string? id) => id is null || id == (string?)_network["vpcId"] ? null : id;

    /// <summary>Sets a property at a path of keys; leaves it out where there is no value, or an empty text.</summary>
    internal static void Set(JsonObject node, string path, JsonNode? value)
    {
        if (StateResource.IsNothing(value))
        {
            return;
        }
        var keys = path.Split('.');
        foreach (var key in keys.AsSpan()[..^1])
        {
            if (node[key] is not JsonObject)
            {
                node[key] = new JsonObject();
            }
            node = node[key]!.AsObject();
        }
        node[keys[^1]] = value!.DeepClone();
    }

    private static bool IsWithin(JsonNode? node, JsonObject around) => node is not null && (node == around || IsWithin(node.Parent, around));

    private static string Unused(JsonObject entries, string name)
    {
        var key = name;
        for (var number = 2; entries.ContainsKey(key); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            key = $"{name[..Math.Min(name.Length, LongestName - suffix.Length)]}{suffix}";
        }
        return key;
    }

    private static string Legal(string name)
    {
        var legal = Illegal().Replace(name, "-").Trim('-');
        legal = legal.Length > 0 && char.IsAsciiLetter(legal[0]) ? legal : $"r-{legal}";
        legal = legal[..Math.Min(legal.Length, LongestName)].TrimEnd('-');
        return ResourceName.IsLegal(legal) ? legal : "r";
    }

    [GeneratedRegex("[^A-Za-z0-9_-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Illegal();
}
