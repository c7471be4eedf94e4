using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>
/// What is deleted and made again only because its address is another: a resource, a key or a module was renamed without a
/// <c>moved</c> block.
/// </summary>
internal sealed class Renames
{
    /// <summary>What AWS or the provider makes up, or what nobody means by the thing itself.</summary>
    private static readonly HashSet<string> Incidental = ["tags", "tags_all", "timeouts"];

    private readonly PlanModel _model;
    private readonly Dictionary<ResourceChange, Rename> _byFrom = [];
    private readonly Dictionary<ResourceChange, Rename> _byTo = [];

    internal Renames(PlanModel model)
    {
        _model = model;
        foreach (var (type, attributes, _) in ResourceKeys.All)
        {
            Pair(type, attributes);
        }
    }

    /// <summary>The renames, by the address of what is deleted.</summary>
    internal IEnumerable<Rename> All => _byFrom.Values.OrderBy(rename => rename.From.Address, StringComparer.Ordinal);

    /// <summary>Whether a resource is deleted only to be made again under another address.</summary>
    internal bool IsRenamed(ResourceChange change) => _byFrom.ContainsKey(change);

    /// <summary>What is made in the place of a resource that is deleted; null where nothing is.</summary>
    internal ResourceChange? SuccessorOf(ResourceChange change) => _byFrom.GetValueOrDefault(change)?.To;

    /// <summary>Whether one is made in the place of the other.</summary>
    internal bool AreOne(ResourceChange from, ResourceChange to) => SuccessorOf(from) == to;

    private static bool IsGone(ResourceChange change) => change.Deletes == Answer.Yes && !change.Creates && change.Before.IsKnown;

    private static bool IsNew(ResourceChange change) => change is { Creates: true, Replaces: false, Forgets: false } && change.After.IsKnown;

    private void Pair(string type, string[] attributes)
    {
        var gone = _model.Of(type).Where(IsGone).OrderBy(change => change.Address, StringComparer.Ordinal).ToList();
        if (gone.Count == 0)
        {
            return;
        }
        // Looked up by what is known of the key: comparing each with each would take the square of their number.
        var made = _model.Of(type).Where(IsNew).OrderBy(change => change.Address, StringComparer.Ordinal).ToLookup(change => First(change.After, attributes), StringComparer.Ordinal);
        foreach (var from in gone)
        {
            var candidates = made[First(from.Before, attributes)].Concat(made[""]).Where(to => !_byTo.ContainsKey(to));
            var to = candidates.Where(to => IsSame(from, to, attributes)).OrderBy(to => Distance(from, to)).FirstOrDefault();
            if (to is not null)
            {
                _byFrom[from] = _byTo[to] = new Rename(from, to);
            }
        }
    }

    /// <summary>The first attribute of the key, by which candidates are found; empty where it is not known yet.</summary>
    private static string First(PlanValue side, string[] attributes) =>
        attributes is [var first, ..] ? side[first].Text ?? "" : "";

    /// <summary>How far the new address is from the old one: the same resource in another module, another key, another name.</summary>
    private static int Distance(ResourceChange from, ResourceChange to) =>
        (from.Name == to.Name ? 0 : 4) + (from.Module == to.Module ? 0 : 2) + (from.Index == to.Index ? 0 : 1);

    private bool IsSame(ResourceChange from, ResourceChange to, string[] attributes)
    {
        if (from.Provider != to.Provider)
        {
            return false;
        }
        var told = 0;
        foreach (var attribute in attributes)
        {
            var (before, after) = (from.Before[attribute], to.After[attribute]);
            if (after.IsUnknown || after.HasUnknown)
            {
                var refers = Refers(from, to, attribute);
                if (refers == Answer.No)
                {
                    return false;
                }
                told += refers == Answer.Yes ? 1 : 0;
            }
            else if (!Canonical.Same(from.Type, attribute, before, after))
            {
                return false;
            }
            else
            {
                told += before.IsKnown && before.Text is not "" ? 1 : 0;
            }
        }
        return attributes.Length == 0 ? IsAlike(from, to) : told > 0 && told >= attributes.Length - 1 || IsSameElsewhere(from, to) && told > 0;
    }

    /// <summary>Whether a value that is not known yet will be what it was: it refers to the same thing, or to what is made in its place.</summary>
    private Answer Refers(ResourceChange from, ResourceChange to, string attribute)
    {
        if (attribute == "name" && to.After["name_prefix"].Text is { Length: > 0 } prefix)
        {
            return prefix == from.Before["name_prefix"].Text ? Answer.Yes : Answer.No;
        }
        var old = PlanModel.Leaves(from.Before[attribute]).Select(text => _model.Find(text)).FirstOrDefault(found => found is not null);
        if (old is null || old == from)
        {
            return Answer.Unknown;
        }
        var linked = _model.Linked(to, attribute, old.Type);
        return linked.Count == 0 ? Answer.Unknown : linked.Any(now => now == old || AreOne(old, now)) ? Answer.Yes : Answer.No;
    }

    /// <summary>Whether only the module or the key is another.</summary>
    private static bool IsSameElsewhere(ResourceChange from, ResourceChange to) => from.Name == to.Name;

    /// <summary>Whether all that the new one is told is what the old one has.</summary>
    private static bool IsAlike(ResourceChange from, ResourceChange to)
    {
        var told = to.After.Names().Where(name => !Incidental.Contains(name) && to.After[name].IsKnown).ToList();
        return told.Count > 0 && told.TrueForAll(name => Canonical.Same(from.Type, name, from.Before[name], to.After[name]));
    }
}
