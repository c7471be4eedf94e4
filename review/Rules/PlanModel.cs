using Orchestrator.Review.Plans;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Rules;

/// <summary>A plan as rules look at it: resources by type, and what refers to what.</summary>
public sealed class PlanModel
{
    /// <summary>More resources of one type with one id are of modules that stand beside each other: a reference means those of its own.</summary>
    private const int MostOfOneIdentity = 4;

    private static readonly string[] Identities = ["id", "arn", "dns_name", "public_ip", "function_name"];
    private readonly Lazy<ILookup<string, ResourceChange>> _byType;
    private readonly Lazy<ILookup<string, ResourceChange>> _byIdentity;
    private readonly Lazy<ILookup<(string Identity, string Type), ResourceChange>> _byTypedIdentity;
    private readonly Lazy<ILookup<(string Identity, string Type, string Module), ResourceChange>> _byIdentityInModule;
    private readonly Lazy<ILookup<string, ResourceChange>> _goneByIdentity;
    private readonly Lazy<ILookup<string, ResourceChange>> _byAddress;
    private readonly Lazy<HashSet<string>> _repeated;
    private readonly Lazy<ILookup<(string Module, string Resource), ResourceChange>> _byName;
    private readonly Lazy<GroupUsers> _groupUsers;
    private readonly Lazy<Renames> _renames;
    private readonly Dictionary<string, ILookup<(string Identity, string Module), ResourceChange>> _usersByType = new(StringComparer.Ordinal);

    internal PlanModel(Plan plan, ReviewSettings settings)
    {
        Plan = plan;
        Settings = settings;
        _byType = new(() => Managed.ToLookup(change => change.Type, StringComparer.Ordinal));
        var identities = new Lazy<List<(string Identity, ResourceChange Change)>>(() => [.. Managed.SelectMany(change => IdentitiesOf(change).Select(identity => (identity, change)))]);
        _byIdentity = new(() => identities.Value.ToLookup(pair => pair.Identity, pair => pair.Change, StringComparer.Ordinal));
        _byTypedIdentity = new(() => identities.Value.ToLookup(pair => (pair.Identity, pair.Change.Type), pair => pair.Change));
        _repeated = new(() => [.. _byTypedIdentity.Value.Where(group => group.Skip(MostOfOneIdentity).Any()).Select(group => group.Key.Identity)]);
        _byIdentityInModule = new(() => identities.Value.Where(pair => _repeated.Value.Contains(pair.Identity)).ToLookup(pair => (pair.Identity, pair.Change.Type, pair.Change.Module), pair => pair.Change));
        _goneByIdentity = new(() => identities.Value.Where(pair => pair.Change.Deletes == Answer.Yes && pair.Change.Before.IsKnown).ToLookup(pair => pair.Identity, pair => pair.Change, StringComparer.Ordinal));
        _byAddress = new(() => Managed.ToLookup(change => change.Address, StringComparer.Ordinal));
        _groupUsers = new(() => new GroupUsers(this));
        _renames = new(() => new Renames(this));
        _byName = new(() => Managed.ToLookup(change => (Configuration.ModuleOf(change), $"{change.Type}.{change.Name}")));
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>What the reviewer was told beside the plan.</summary>
    public ReviewSettings Settings { get; }

    /// <summary>The resources that the plan manages, also what it leaves to a later plan; no data sources, nothing deposed.</summary>
    public IEnumerable<ResourceChange> Managed => Plan.Changes.Concat(Plan.Deferred).Where(change => !change.IsData && !change.IsDeposed);

    /// <summary>What stands behind which security group.</summary>
    internal GroupUsers GroupUsers => _groupUsers.Value;

    /// <summary>What is deleted and made again only because it was renamed.</summary>
    internal Renames Renames => _renames.Value;

    /// <summary>How many tasks services run behind a target group; null where no service of the plan says so.</summary>
    internal decimal? TasksBehind(string group)
    {
        var services = UsersOfType("aws_ecs_service")[(group, "")].Where(service => service.After["load_balancer"].Items.Any(item => item["target_group_arn"].Text == group) && service.After["desired_count"].IsKnown).ToList();
        return services.Count == 0 ? null : services.Sum(service => service.After["desired_count"].Number ?? 0);
    }

    /// <summary>The weighted records by zone, name and type, on one side.</summary>
    internal ILookup<(string?, string?, string?), ResourceChange> WeightedRecords(Func<ResourceChange, PlanValue> side) =>
        Of("aws_route53_record").Where(record => side(record).IsKnown && side(record)["weighted_routing_policy"].Items.Count > 0).ToLookup(record => DnsRules.Set(side(record)));

    /// <summary>The resources of some types.</summary>
    public IEnumerable<ResourceChange> Of(params IReadOnlyList<string> types) => types.SelectMany(type => _byType.Value[type]);

    /// <summary>The resource of one of these types that an id, an ARN or another name by which AWS knows it belongs to; null where the plan has none.</summary>
    public ResourceChange? Find(string? identity, params IReadOnlyList<string> types) =>
        identity is null ? null
        : types.Count == 0 ? _byIdentity.Value[identity].FirstOrDefault()
        : types.Select(type => _byTypedIdentity.Value[(identity, type)].FirstOrDefault()).FirstOrDefault(found => found is not null);

    /// <summary>The resource at an address; null where the plan has none.</summary>
    internal ResourceChange? At(string address) => _byAddress.Value[address].FirstOrDefault();

    /// <summary>
    /// The resources of a type that an argument refers to: by the values before or after, and, where those are not known yet, by the
    /// expressions of the configuration.
    /// </summary>
    public IReadOnlyList<ResourceChange> Linked(ResourceChange change, string argument, string type)
    {
        var found = new List<ResourceChange>();
        var after = change.After.At(argument);
        foreach (var text in Leaves(after).Concat(after.HasUnknown || change.Deletes == Answer.Yes ? Leaves(change.Before.At(argument)) : []))
        {
            found.AddRange(Candidates(text, type, change.Module));
        }
        if (after.HasUnknown)
        {
            found.AddRange(Plan.Configuration.References(change, argument.Split('.')[0]).Where(reference => reference.Resource.StartsWith($"{type}.", StringComparison.Ordinal)).SelectMany(reference => Instances(change, reference)));
        }
        return [.. found.Where(candidate => candidate != change).Distinct()];
    }

    /// <summary>The resources of some types whose attributes, before the apply, hold the ARN or the id of a resource.</summary>
    public IEnumerable<ResourceChange> UsersOf(ResourceChange used, params IReadOnlyList<string> types)
    {
        var identities = new[] { used.Before["arn"].Text, used.Before["id"].Text }.OfType<string>().Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return types.SelectMany(type => identities.SelectMany(identity => UsersOfType(type)[(identity, ModuleKey(identity, used.Module))])).Where(user => user != used).Distinct();
    }

    /// <summary>
    /// Whether an attribute is unknown only because what it refers to is replaced in this plan: it follows, and nobody has decided to
    /// change it.
    /// </summary>
    public bool Follows(ResourceChange change, string path) => change.After.At(path).HasUnknown && RootOf(change, path) is not null;

    /// <summary>What is replaced or deleted and was referred to by an attribute whose new value is not known.</summary>
    internal ResourceChange? RootOf(ResourceChange change, string path) =>
        Leaves(change.Before.At(path)).Select(text => Gone(text, change)).FirstOrDefault(root => root is not null);

    private ResourceChange? Gone(string identity, ResourceChange change) =>
        _repeated.Value.Contains(identity)
            ? _goneByIdentity.Value[identity].Take(MostOfOneIdentity).FirstOrDefault(other => other != change && other.Module == change.Module) ?? _goneByIdentity.Value[identity].FirstOrDefault(other => other != change)
            : _goneByIdentity.Value[identity].FirstOrDefault(other => other != change);

    private IEnumerable<ResourceChange> Candidates(string identity, string type, string module)
    {
        if (!_repeated.Value.Contains(identity))
        {
            return _byTypedIdentity.Value[(identity, type)];
        }
        var own = _byIdentityInModule.Value[(identity, type, module)];
        return (own.Any() ? own : _byTypedIdentity.Value[(identity, type)]).Take(MostOfOneIdentity);
    }

    private string ModuleKey(string identity, string module) => _repeated.Value.Contains(identity) ? module : "";

    /// <summary>The strings in a value, at any depth.</summary>
    internal static IEnumerable<string> Leaves(PlanValue value) => value.Json.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => [value.Json.GetString()!],
        System.Text.Json.JsonValueKind.Array => value.Items.SelectMany(Leaves),
        System.Text.Json.JsonValueKind.Object => value.Names().SelectMany(name => Leaves(value[name])),
        _ => [],
    };

    private static IEnumerable<string> IdentitiesOf(ResourceChange change)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Identities)
        {
            if (change.Before[name].Text is { Length: > 0 } before)
            {
                found.Add(before);
            }
            if (change.After[name].Text is { Length: > 0 } after)
            {
                found.Add(after);
            }
        }
        return found;
    }

    /// <summary>The resources of a type by the identities of others that stand anywhere in their attributes.</summary>
    private ILookup<(string Identity, string Module), ResourceChange> UsersOfType(string type)
    {
        if (!_usersByType.TryGetValue(type, out var users))
        {
            _usersByType[type] = users = Of(type).SelectMany(user => Leaves(user.Before).Concat(Leaves(user.After)).Where(_byIdentity.Value.Contains).Distinct(StringComparer.Ordinal).Select(text => (text, user)))
                .ToLookup(pair => (pair.text, ModuleKey(pair.text, pair.user.Module)), pair => pair.user);
        }
        return users;
    }

    /// <summary>The instances that a reference can mean: those of the same module instance and the same key, where there are such.</summary>
    private IEnumerable<ResourceChange> Instances(ResourceChange change, (string Module, string Resource) reference)
    {
        var all = _byName.Value[reference].ToList();
        var inModule = all.Where(candidate => candidate.Module == change.Module).ToList();
        var candidates = inModule.Count > 0 ? inModule : all;
        var sameKey = candidates.Where(candidate => candidate.Index is not null && candidate.Index == change.Index).ToList();
        return sameKey.Count > 0 ? sameKey : candidates;
    }
}
