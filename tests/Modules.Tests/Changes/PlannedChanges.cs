using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Review.Findings;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>
/// Stacks that are applied, and many changes of them in one plan: of each, what it changes stands beside the stack under a name of its own, with the
/// state of what it changes, and refers to the rest of the stack.
/// </summary>
internal sealed partial class PlannedChanges : IDisposable
{
    private readonly IReadOnlyDictionary<string, JsonObject> _stacks;
    private readonly PlannedStack _plan;
    private readonly ILookup<(string Stack, string Resource), StateEntry> _entries;

    internal PlannedChanges(IReadOnlyDictionary<string, JsonObject> stacks)
    {
        _stacks = stacks;
        _plan = new PlannedStack(directory => Write(directory, stacks), stacks);
        _entries = _plan.State.Entries.ToLookup(entry => (entry.Stack, entry.Resource));
    }

    /// <summary>What is planned although it is there already.</summary>
    internal IReadOnlyList<string> StillPlanned => _plan.StillPlanned;

    /// <summary>The changes that the provider refuses to plan, with what it says.</summary>
    internal Dictionary<ChangeCase, string> Refused { get; } = [];

    /// <summary>What the review says of each change.</summary>
    internal Dictionary<ChangeCase, PlanReview> Reviews { get; } = [];

    public void Dispose() => _plan.Dispose();

    /// <summary>Plans other configurations over what is there, each in a folder of its own; what is not left as it is, by address, and what the provider refuses.</summary>
    /// <param name="stacks">The files of each stack, by name.</param>
    /// <param name="fmt">What <c>terraform fmt</c> would change in them.</param>
    internal IReadOnlyList<string> PlanInstead(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> stacks, out string fmt)
    {
        var changes = _plan.Plan(directory => Write(directory, stacks), _entries.Where(entry => stacks.ContainsKey(entry.Key.Stack)).SelectMany(entry => entry), out var refused)["resource_changes"]!.AsArray().Select(change => change!);
        fmt = _plan.Format();
        return [.. refused.Select(refusal => $"{refusal.Key}: {refusal.Value}"), .. changes.Where(change => !PlannedStack.IsNothing(change)).Select(change => $"{change["address"]} {change["change"]!["actions"]!.ToJsonString()}")];
    }

    /// <summary>Plans changes: those of the stacks as they are, then those that come after one of them.</summary>
    internal IReadOnlyDictionary<ChangeCase, IReadOnlyList<JsonNode>> PlanChanges(IReadOnlyList<ChangeCase> cases)
    {
        var first = PlanChanges([.. cases.Where(change => change.Start is null)], Existing);
        var second = PlanChanges([.. cases.Where(change => change.Start is { } start && first.ContainsKey(start))], change => Existing(change).Where(entry => !change.Start!.Changed.Contains(entry.Resource)).Concat(first[change.Start!].Select(Applied).OfType<StateEntry>().Where(entry => change.Changed.Contains(entry.Resource))));
        return first.Concat(second).ToDictionary();
    }

    private Dictionary<ChangeCase, IReadOnlyList<JsonNode>> PlanChanges(IReadOnlyList<ChangeCase> cases, Func<ChangeCase, IEnumerable<StateEntry>> before)
    {
        var stacks = cases.Select(change => change.Stack).Distinct().ToDictionary(stack => stack, stack => _stacks[stack].DeepClone().AsObject());
        foreach (var (index, change) in cases.Index())
        {
            AddCopies(stacks[change.Stack], change, index);
        }
        var state = _entries.Where(entry => stacks.ContainsKey(entry.Key.Stack)).SelectMany(entry => entry)
            .Concat(cases.Index().SelectMany(entry => before(entry.Item).Select(instance => instance with { Name = Copies.Of(instance.Name, entry.Index) })));
        var plan = _plan.Plan(directory => Write(directory, stacks), state, out var refused);
        var planned = plan["resource_changes"]!.AsArray().Select(change => change!).ToLookup(change => Copies.IndexOf((string)change["address"]!));
        foreach (var (address, text) in refused)
        {
            Refused[cases[Copies.IndexOf(address)]] = $"{address}: {text}";
        }
        var alone = new PlansOfOne(plan);
        foreach (var (index, change) in cases.Index().Where(entry => !Refused.ContainsKey(entry.Item)))
        {
            Reviews[change] = alone.Review(change, index);
        }
        return cases.Index().Where(entry => !Refused.ContainsKey(entry.Item)).ToDictionary(entry => entry.Item, entry => (IReadOnlyList<JsonNode>)[.. planned[entry.Index]]);
    }

    private static void AddCopies(JsonObject resources, ChangeCase change, int index)
    {
        foreach (var address in change.Changed)
        {
            if (ChangeCase.Find(change.After, address) is { } resource)
            {
                var (kind, own) = (address.Split('.')[0], address.Split('.')[1]);
                resources.TryAdd(kind, new JsonObject());
                resources[kind]![Copies.Of(own, index)] = JsonNode.Parse(Address().Replace(resource.ToJsonString(), match => change.Changed.Contains(match.Value) ? Copies.Of(match.Value, index) : match.Value));
            }
        }
    }

    private IEnumerable<StateEntry> Existing(ChangeCase change) => change.Changed.SelectMany(address => _entries[(change.Stack, address)]);

    /// <summary>What a planned change makes of an instance; null where it removes it.</summary>
    private StateEntry? Applied(JsonNode change)
    {
        if (change["change"]!["after"] is null)
        {
            return null;
        }
        var entry = StateEntry.Planned(change);
        entry = entry with { Name = Copies.Original(entry.Name) };
        if (_entries[(entry.Stack, entry.Resource)].FirstOrDefault(existing => JsonNode.DeepEquals(existing.Index, entry.Index)) is not { } before)
        {
            return entry with { Attributes = _plan.State.Answered(change.AsObject()) };
        }
        AppliedState.Fill(entry.Attributes, change["change"]!["after_unknown"], before.Attributes);
        foreach (var (made, _) in change["change"]!["after_unknown"]!.AsObject().Where(unknown => unknown.Key.EndsWith("_role_arn", StringComparison.Ordinal) && entry.Attributes[unknown.Key] is null))
        {
            entry.Attributes[made] = "arn:aws:iam::123456789012:role/made-by-the-change";
        }
        return entry;
    }

    private static void Write(string directory, IReadOnlyDictionary<string, JsonObject> stacks)
    {
        foreach (var (name, resources) in stacks)
        {
            File.WriteAllText(Path.Combine(Empty(directory, name), "main.tf.json"), new JsonObject { ["resource"] = resources.DeepClone(), ["variable"] = Secrets() }.ToJsonString());
        }
        Call(directory, stacks.Keys);
    }

    private static void Write(string directory, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> stacks)
    {
        foreach (var (name, files) in stacks)
        {
            var folder = Empty(directory, name);
            File.WriteAllText(Path.Combine(folder, "secrets.tf.json"), new JsonObject { ["variable"] = Secrets() }.ToJsonString());
            foreach (var (file, text) in files)
            {
                File.WriteAllText(Path.Combine(folder, file), text);
            }
        }
        Call(directory, stacks.Keys);
    }

    /// <summary>The folder of a stack, which another configuration may have been in. Its name is part of the paths that resources have.</summary>
    private static string Empty(string directory, string stack)
    {
        var folder = Path.Combine(directory, stack);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Calls the modules in folders.</summary>
    private static void Call(string directory, IEnumerable<string> names) =>
        File.WriteAllText(Path.Combine(directory, "main.tf.json"), new JsonObject
        {
            ["module"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["source"] = $"./{name}" }))),
            ["provider"] = new JsonObject { ["aws"] = new JsonArray(new JsonObject { ["region"] = "eu-central-1", ["max_retries"] = 1 }) },
        }.ToJsonString());

    private static JsonObject Secrets() => new()
    {
        ["oidc_client_secret"] = new JsonObject { ["default"] = "made-up" },
        ["oidc_client_secrets"] = new JsonObject { ["default"] = new JsonObject { ["shop"] = "made-up", ["partners"] = "made-up" } },
    };

    [GeneratedRegex("(?<![A-Za-z0-9_-])aws_[a-z0-9_]+\\.[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
