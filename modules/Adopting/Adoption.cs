using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Adopting;

/// <summary>
/// A manifest for what a state has. It says at first only what must be said; then each plan over the state tells what else differs, and what differs becomes a key of the
/// manifest, or an override where it has none, until a plan changes nothing, or nothing that could be said otherwise.
/// </summary>
public sealed class Adoption
{
    private readonly IReadOnlyList<StateResource> _state;
    private readonly ManifestDraft _draft;
    private readonly JsonObject _overrides = [];
    private readonly HashSet<(string Address, string What)> _tried = [];
    private readonly HashSet<(string Address, string What)> _said = [];
    private IReadOnlyList<MadeResource> _made = [];
    private IReadOnlyList<PlannedDifference> _differences = [];

    /// <summary>Begins a manifest.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="state">The resources that there are.</param>
    /// <exception cref="UnreadableStateException">They are in several regions, or in none that can be told.</exception>
    public Adoption(string app, string environment, IReadOnlyList<StateResource> state)
    {
        _state = state;
        _draft = new ManifestDraft(app, environment, RegionOf(state), state);
        _draft.SetVpc(VpcOf(state));
        SecurityGroupDraft.Add(_draft);
        TargetGroupDraft.Add(_draft);
        LoadBalancerDraft.Add(_draft);
        TargetGroupDraft.AddTargets(_draft);
        LoadBalancerDraft.AddListeners(_draft);
        DnsDraft.Add(_draft);
        EcsDraft.AddClusters(_draft);
        EcsDraft.AddServices(_draft);
        SetCommonTags();
    }

    /// <summary>What is adopted, by the addresses that it gets.</summary>
    public IReadOnlyDictionary<string, StateResource> Adopted { get; private set; } = new Dictionary<string, StateResource>();

    /// <summary>The values of variables that the manifest has in the place of secrets of the state.</summary>
    public IReadOnlyDictionary<string, string> Variables => _draft.Variables;

    /// <summary>What the first plan makes.</summary>
    public IEnumerable<string> Made => _differences.Where(difference => difference.Actions is ["create"]).Select(difference => difference.Address);

    /// <summary>What the first plan changes of what is adopted.</summary>
    public IEnumerable<PlannedDifference> Changed => _differences.Where(difference => difference.Actions is not ["create"] && !IsImportedAsKnown(difference));

    /// <summary>What stays where it is, and why.</summary>
    public IEnumerable<(StateResource Resource, string Reason)> Left
    {
        get
        {
            HashSet<StateResource> adopted = new(Adopted.Values, ReferenceEqualityComparer.Instance);
            return _state.Where(resource => !adopted.Contains(resource)).Select(resource => (resource, Reasons.Of(resource, _draft)));
        }
    }

    /// <summary>The manifest as YAML.</summary>
    /// <param name="ways">How what is adopted comes into the state; null leaves that out.</param>
    public string Manifest(AdoptionWays? ways)
    {
        var root = _draft.Root.DeepClone().AsObject();
        ManifestDraft.Set(root, "overrides", _overrides);
        if (ways is { } how)
        {
            ManifestDraft.Set(root, "adoption", how == AdoptionWays.Moved ? Moves() : Imports(Adopted));
        }
        return ManifestText.Of(root);
    }

    /// <summary>Leaves out what breaks a rule: AWS has it, so it is for somebody to look at, and not for this to judge.</summary>
    /// <param name="findings">What the check of the manifest found.</param>
    /// <returns>Whether something was left out.</returns>
    public bool LeaveOut(IEnumerable<Finding> findings)
    {
        var hasRemoved = false;
        foreach (var error in findings.Where(finding => finding.Rule.Level == Level.Error))
        {
            hasRemoved |= _draft.Remove(error.Path, $"{error.Rule.Id}: {error.Message}");
        }
        foreach (var (address, _) in Adopted.Where(entry => _draft.WhyRemoved(entry.Value) is not null))
        {
            _overrides.Remove(address);
        }
        return hasRemoved;
    }

    /// <summary>Takes the configuration that the manifest became.</summary>
    public void Pair(JsonObject configuration)
    {
        _made = MadeResource.In(configuration);
        Adopted = MadeResource.Pair(_made, _state);
    }

    /// <summary>Has the manifest say more of what a plan over the state would change.</summary>
    /// <param name="plan">What <c>terraform show -json</c> prints of it.</param>
    /// <returns>Whether it says more than before.</returns>
    public bool Mend(JsonNode plan)
    {
        _differences = PlannedDifference.In(plan);
        _said.Clear();
        var hasChanged = false;
        foreach (var difference in Changed)
        {
            if (Adopted.TryGetValue(difference.Address, out var resource))
            {
                foreach (var attribute in difference.Attributes)
                {
                    hasChanged |= Mend(difference.Address, resource, attribute);
                }
            }
        }
        return hasChanged;
    }

    /// <summary>The file of a state in which what is adopted has its address of before, or the one that it gets.</summary>
    /// <param name="ways">How it comes there.</param>
    /// <param name="provider">The AWS provider's whole address: <c>registry.terraform.io/hashicorp/aws</c>.</param>
    public JsonObject State(AdoptionWays ways, string provider) => new()
    {
        ["version"] = 4,
        ["serial"] = 1,
        ["lineage"] = "adoption",
        ["outputs"] = new JsonObject(),
        ["resources"] = new JsonArray([.. Adopted.Select(entry => Placed(entry.Key, entry.Value, ways)).GroupBy(resource => resource.Whole).Select(instances => (JsonNode)Instances([.. instances], provider))]),
    };

    /// <summary>The <c>removed</c> blocks by which the configuration of before gives up what is adopted, and destroys nothing of it.</summary>
    public string Released() => string.Join('\n', Adopted.Values.Select(resource => resource.Whole).Distinct().Order(StringComparer.Ordinal).Select(address => $"removed {{\n  from = {address}\n\n  lifecycle {{\n    destroy = false\n  }}\n}}\n"));

    /// <summary>Of a rule of an older type no more is known than its newer type needs; the rest is read when it is imported.</summary>
    private bool IsImportedAsKnown(PlannedDifference difference) => difference.Attributes.Count == 0 && Adopted.TryGetValue(difference.Address, out var resource) && resource.Renewed is not null;

    private bool Mend(string address, StateResource resource, string attribute)
    {
        if (Settings.Find(resource.Kind, attribute) is { } setting && _draft.NodeOf(resource) is { } node)
        {
            if (_said.Contains((address, setting.Key)))
            {
                return false;
            }
            if (_tried.Add((address, setting.Key)) && setting.Read(resource) is { } value)
            {
                ManifestDraft.Set(node, setting.Key, value);
                return _said.Add((address, setting.Key));
            }
        }
        var argument = attribute.Split('.')[0];
        if (!_tried.Add((address, $"overrides.{argument}")))
        {
            return false;
        }
        var overrides = new AttributeOverrides(resource.Kind).Of(argument, _made.First(made => made.Address == address).Configuration[argument], resource.Values[argument]);
        foreach (var (path, overridden) in overrides)
        {
            if (_overrides[address] is not JsonObject attributes)
            {
                _overrides[address] = attributes = [];
            }
            attributes[path] = overridden?.DeepClone();
        }
        return overrides.Count > 0;
    }

    private JsonObject Moves()
    {
        var moved = new JsonObject();
        // Terraform refuses a move to where something is.
        foreach (var (to, resource) in Adopted.Where(entry => CanMove(entry.Key, entry.Value) && entry.Key != entry.Value.Address))
        {
            moved[to] = resource.Address;
        }
        HashSet<string> kept = [.. Adopted.Where(entry => CanMove(entry.Key, entry.Value)).Select(entry => entry.Value.Address)];
        var node = Imports(Adopted.Where(entry => !CanMove(entry.Key, entry.Value)));
        ManifestDraft.Set(node, "moved", moved);
        ManifestDraft.Set(node, "removed", new JsonArray([.. _state.Where(resource => !kept.Contains(resource.Address)).Select(resource => resource.Whole).Distinct().Order(StringComparer.Ordinal).Select(address => JsonValue.Create(address))]));
        return node;
    }

    private static JsonObject Imports(IEnumerable<KeyValuePair<string, StateResource>> adopted)
    {
        var imports = new JsonObject();
        foreach (var (to, resource) in adopted)
        {
            if (Identities.ImportId(resource) is { } id)
            {
                imports[to] = id;
            }
        }
        var node = new JsonObject();
        ManifestDraft.Set(node, "imports", imports);
        return node;
    }

    /// <summary>Terraform moves a resource to an address of its own type.</summary>
    private static bool CanMove(string to, StateResource resource) => to.StartsWith($"{resource.Type}.", StringComparison.Ordinal);

    /// <summary>A resource at the address at which the plan is to find it.</summary>
    private static StateResource Placed(string to, StateResource resource, AdoptionWays ways) =>
        ways == AdoptionWays.Moved && CanMove(to, resource) ? resource : resource with { Module = null, Type = resource.Kind, Name = to[(to.IndexOf('.', StringComparison.Ordinal) + 1)..], Index = null };

    private static JsonObject Instances(IReadOnlyList<StateResource> instances, string provider)
    {
        var resource = new JsonObject
        {
            ["mode"] = "managed",
            ["type"] = instances[0].Type,
            ["name"] = instances[0].Name,
            ["provider"] = $"provider[\"{provider}\"]",
            ["instances"] = new JsonArray([.. instances.Select(Instance)]),
        };
        ManifestDraft.Set(resource, "module", instances[0].Module);
        return resource;
    }

    private static JsonNode Instance(StateResource resource)
    {
        var instance = new JsonObject { ["schema_version"] = resource.SchemaVersion, ["attributes"] = resource.Values.DeepClone() };
        ManifestDraft.Set(instance, "index_key", resource.Index);
        return instance;
    }

    /// <summary>What all have by the tags of the provider, and not by their own, is the manifest's too.</summary>
    private void SetCommonTags()
    {
        var tagged = _state.Where(resource => _draft.NodeOf(resource) is not null && resource.Values["tags_all"] is JsonObject).ToList();
        if (tagged.Count == 0)
        {
            return;
        }
        var common = tagged[0].Values["tags_all"]!.AsObject().Where(tag => tagged.TrueForAll(resource => JsonNode.DeepEquals(resource.Values["tags_all"]![tag.Key], tag.Value) && (resource.Values["tags"] as JsonObject)?.ContainsKey(tag.Key) != true));
        foreach (var (key, value) in common.Where(tag => !tag.Key.Contains('.')).ToList())
        {
            ManifestDraft.Set(_draft.Root, $"tags.{key}", value);
        }
    }

    private static string RegionOf(IReadOnlyList<StateResource> state)
    {
        var regions = state.Where(resource => resource.Kind.StartsWith("aws_lb", StringComparison.Ordinal) || resource.Kind.StartsWith("aws_ecs_", StringComparison.Ordinal) || resource.Kind is "aws_security_group" or "aws_vpc")
            .Select(resource => resource.Text("arn")?.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return regions switch
        {
            [var one] => one,
            [] => throw new UnreadableStateException("has no load balancer, target group, ECS service or security group, so nothing that a manifest has"),
            _ => throw new UnreadableStateException($"has load balancers or services in several regions, {string.Join(", ", regions)}: a manifest is about one"),
        };
    }

    /// <summary>The VPC that most are in.</summary>
    private static string VpcOf(IReadOnlyList<StateResource> state) =>
        state.Where(resource => resource.Kind is "aws_lb" or "aws_lb_target_group" or "aws_security_group" or "aws_subnet").Select(resource => resource.Text("vpc_id")).OfType<string>()
            .GroupBy(vpc => vpc).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key
        ?? throw new UnreadableStateException("has nothing that is in a VPC, so nothing that a manifest has");
}
