using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Ejecting;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>Every key of the every-setting manifests taken out and changed, alone, pairs of settings changed together, and all of that planned at once over what the whole manifests made.</summary>
public sealed partial class ManifestChanges : IDisposable
{
    private static readonly string Folder = Repository.PathOf("tests", "Orchestrator.Tests", "Terraform");

    /// <summary>What the provider that is installed does not know.</summary>
    private static readonly string[] Newer = ["every-setting-newer", "ecs-blue-green"];

    /// <summary>Names and ARNs in another form than AWS gives them back in.</summary>
    private const string Spellings = """
        app: spellings
        environment: test
        region: eu-central-1
        network: { vpcId: vpc-0a1b2c3d4e5f60718 }
        hostedZones:
          upper: { domainName: Example.ORG. }
        existingHostedZones:
          example: { id: Z0123456789ABCDEFGHIJ, domainName: Example.com. }
        records:
          upper: { name: WWW.Example.com., zone: example, type: CNAME, values: [Other.Example.net.] }
          alias: { name: Alias.Example.com., zone: example, type: A, alias: { dnsName: Dualstack.Web-1.eu-central-1.elb.amazonaws.com., zoneId: Z215JYRZR1TBD5 } }
          address: { name: v6.example.com, zone: example, type: AAAA, values: ["2001:DB8:0::1"] }
        certificates:
          upper: { domainName: Shop.Example.com, subjectAlternativeNames: { www: { domainName: WWW.Shop.Example.com } }, zone: example }
        targetGroups:
          alias: { targetType: lambda, targets: { report: { functionArn: "arn:aws:lambda:eu-central-1:123456789012:function:report:live" } } }
          version: { targetType: lambda, targets: { report: { functionArn: "arn:aws:lambda:eu-central-1:123456789012:function:report:7" } } }

        """;
    private readonly Lazy<PlannedChanges> _plan;
    private readonly Lazy<IReadOnlyDictionary<ChangeCase, IReadOnlyList<JsonNode>>> _changes;
    private readonly Dictionary<string, ChangeCase> _cases = [];

    public ManifestChanges()
    {
        _plan = new(MakePlan);
        _changes = new(() => _plan.Value.PlanChanges([.. _cases.Values]));
    }

    /// <summary>The keys that are tried, with what becomes of the configuration without each.</summary>
    internal List<(string Manifest, ManifestSetting Setting, Removal Removal)> Removals { get; } = [];

    /// <summary>The plan of what is there already, and the state.</summary>
    internal PlannedChanges Plan => _plan.Value;

    /// <summary>What is planned for each change; the provider refuses those that are missing.</summary>
    internal IReadOnlyDictionary<ChangeCase, IReadOnlyList<JsonNode>> Changes => _changes.Value;

    /// <summary>The examples and the every-setting manifests as ejected stacks, by the names of the stacks that are there.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Ejected => Files(Folder, "every-setting*.yaml").Select(file => (Stack: Path.GetFileNameWithoutExtension(file), File: file))
        .Concat(Files(Repository.PathOf("examples"), "*.yaml").Select(file => (Stack: $"example-{Path.GetFileNameWithoutExtension(file)}", File: file)))
        .ToDictionary(entry => entry.Stack, entry => Eject(Synthesized.Text(Read(File.ReadAllText(entry.File), entry.File))));

    /// <summary>How many other values of keys are tried.</summary>
    internal int Values { get; private set; }

    /// <summary>How many changes from one pair to another are tried.</summary>
    internal int PairChanges { get; private set; }

    public void Dispose()
    {
        if (_plan.IsValueCreated)
        {
            _plan.Value.Dispose();
        }
    }

    private PlannedChanges MakePlan()
    {
        var stacks = new Dictionary<string, JsonObject>();
        foreach (var file in Files(Folder, "every-setting*.yaml"))
        {
            stacks[Path.GetFileNameWithoutExtension(file)] = Add(file).Resources;
        }
        foreach (var file in Files(Repository.PathOf("examples"), "*.yaml"))
        {
            stacks[$"example-{Path.GetFileNameWithoutExtension(file)}"] = Synthesize(Read(File.ReadAllText(file), file))!.Resources;
        }
        stacks["spellings"] = Synthesize(Read(Spellings, Path.Combine(Folder, "spellings.yaml")))!.Resources;
        foreach (var (family, manifests) in Pairs.Families)
        {
            var legal = manifests.Select(text => Synthesize(Read(text, Path.Combine(Folder, "pairs.yaml")))).OfType<SynthesizedStack>().ToList();
            Assert.True(legal.Count > 3, $"{family} has {legal.Count} legal pairs");
            foreach (var (index, before) in legal.Index())
            {
                stacks[$"{family}-{index}"] = before.Resources;
                PairChanges += legal.Index().Count(after => after.Index != index && AddCase($"{family} {index} -> {after.Index}", $"{family}-{index}", before, after.Item) is not null);
            }
        }
        return new PlannedChanges(stacks);
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Where(file => !Newer.Contains(Path.GetFileNameWithoutExtension(file))).Order(StringComparer.Ordinal);

    private SynthesizedStack Add(string file)
    {
        var stack = Path.GetFileNameWithoutExtension(file);
        var text = new ManifestText(File.ReadAllText(file));
        var whole = Synthesize(Read(text.Text, file))!;
        var variants = text.Settings.AsParallel().AsOrdered().Select(setting => (
            Setting: setting,
            Without: Read(text.Without(setting.Path), file),
            Others: (text.ValueOf(setting) is { } own ? setting.OtherValues(own) : []).Select(value => (Value: value, Manifest: Read(text.With(setting, value), file))).ToList())).ToList();
        foreach (var (setting, removed, read) in variants)
        {
            var others = read.Select(other => (other.Value, Stack: Synthesize(other.Manifest))).Where(other => other.Stack is not null)
                .Select(other => (Case: AddCase($"{setting.Text}: {text.ValueOf(setting)} -> {other.Value}", stack, whole, other.Stack!), Stack: other.Stack!)).ToList();
            Values += others.Count;
            Removals.Add((stack, setting, RemovalOf(setting, stack, whole, others, Synthesize(removed))));
        }
        return whole;
    }

    private Removal RemovalOf(ManifestSetting setting, string stack, SynthesizedStack whole, List<(ChangeCase? Case, SynthesizedStack Stack)> others, SynthesizedStack? without)
    {
        if (without is null)
        {
            return new(Removal.Kind.Refused, []);
        }
        // A key that says what is the default makes no difference; another value of it must.
        var before = others.Prepend((Case: null, Stack: whole)).Where(other => other.Stack.Differs(without)).Take(2).ToList();
        return before.Count == 0 ? new(Removal.Kind.NoDifference, [])
            : before.TrueForAll(other => JsonNode.DeepEquals(other.Stack.Resources, without.Resources)) ? new(Removal.Kind.OutsideResources, [])
            : new(Removal.Kind.Planned, [.. before.Select(other => AddCase($"without {setting.Text}", stack, other.Stack, without, other.Case)).OfType<ChangeCase>()]);
    }

    /// <summary>A change, which is the same as one that is there already where it changes the same; null where it changes no resource.</summary>
    private ChangeCase? AddCase(string name, string stack, SynthesizedStack before, SynthesizedStack after, ChangeCase? start = null)
    {
        var change = new ChangeCase(name, stack, before.Resources, after.Resources, start);
        var key = string.Join('\n', [stack, start?.Name ?? "", .. change.Changed.Order(StringComparer.Ordinal).Select(address => $"{address} {ChangeCase.Find(change.After, address)?.ToJsonString()}")]);
        return change.Changed.Count == 0 ? null : _cases.TryAdd(key, change) ? change : _cases[key];
    }

    private static ManifestResult Read(string text, string file) => ManifestReader.Read(text, file, Path.GetDirectoryName(file)!, _ => null, Manifests.Today);

    /// <summary>The files of resources: one configuration of all stacks has one provider and asks AWS for nothing.</summary>
    private static IReadOnlyDictionary<string, string> Eject(string configuration) =>
        EjectedStack.Files(new JsonObject { ["resource"] = JsonNode.Parse(Data().Replace(configuration, "made-up"))!["resource"]!.DeepClone() });

    private static SynthesizedStack? Synthesize(ManifestResult manifest) => manifest.HasErrors ? null : new SynthesizedStack(Data().Replace(Synthesized.Text(manifest), "made-up"));

    /// <summary>What is asked of AWS before the plan.</summary>
    [GeneratedRegex(@"\$\{[^{}]*data\.[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Data();
}
