using System.Net;
using Orchestrator.Lambda.State;

namespace Orchestrator.Lambda.Decide;

/// <summary>
/// Who serves, and since when in whose place. A load balancer may add nodes before it takes others away: a newcomer takes the place of one that leaves if that is older, and
/// has left no later than the limits' window after the newcomer came. Then the group is as large as it was before.
/// </summary>
internal sealed class Places
{
    private readonly List<OwnedTarget> _serving;
    private readonly DecisionSettings _settings;

    /// <param name="serving">Who serves.</param>
    /// <param name="settings">The settings.</param>
    internal Places(IEnumerable<OwnedTarget> serving, DecisionSettings settings) => (_serving, _settings) = ([.. serving.OrderBy(each => each.Since)], settings);

    /// <summary>How many there are, where one that leaves and the newcomer in its place are one. The latter may leave too, and have a newcomer of its own.</summary>
    internal int CountWithout(IEnumerable<OwnedTarget> leaving) => _serving.Count - leaving.Count(each => HasNewcomer(each.Address) && Leave(each.Address) is not null);

    /// <summary>Whether a newcomer can take the place of one.</summary>
    internal bool HasNewcomer(IPAddress address) => Find(address) is { } leaving && NewcomerFor(leaving) is not null;

    /// <summary>One leaves. A newcomer takes its place, and is from then on as old as that.</summary>
    /// <returns>Which; null where there is none.</returns>
    internal Succession? Leave(IPAddress address)
    {
        if (Find(address) is not { } leaving)
        {
            return null;
        }
        var newcomer = NewcomerFor(leaving);
        _serving.Remove(leaving);
        if (newcomer is null)
        {
            return null;
        }
        _serving.Remove(newcomer);
        var at = _serving.FindIndex(each => each.Since > leaving.Since);
        _serving.Insert(at < 0 ? _serving.Count : at, newcomer with { Since = leaving.Since });
        return new Succession(address, newcomer.Address, leaving.Since);
    }

    private OwnedTarget? Find(IPAddress address) => _serving.Find(each => each.Address.Equals(address));

    private OwnedTarget? NewcomerFor(OwnedTarget leaving) =>
        leaving.Missing is { } missing ? _serving.Find(each => each.Since > leaving.Since && missing.First - each.Since < _settings.RemovalWindow) : null;
}
