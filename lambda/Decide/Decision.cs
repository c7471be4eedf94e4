using System.Net;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>
/// The decision, a pure function. To register takes one answer of the DNS. To remove takes all of these: the target is owned, the DNS has lacked it for
/// long enough in enough runs, and what is left carries the traffic.
/// </summary>
internal static class Decision
{
    /// <summary>What is to be done.</summary>
    internal static Plan Decide(Situation situation)
    {
        var view = new GroupView(situation);
        var register = view.Named.Where(target => !view.IsLive(target)).Order(TargetOrder.Instance).ToList();
        IReadOnlyList<Target> found = [.. Ownership.Found(situation, view)];
        var owned = situation.State is null ? null : Ownership.Count(situation, view, register);
        var departures = view.Live.Where(target => !view.Named.Contains(target)).Order(TargetOrder.Instance).Select(target => Departures.Of(target, owned, view, situation)).ToList();
        if (situation.State is not { } state)
        {
            return new Plan(register, new Removals(), departures, State: null) { Found = found };
        }
        var removals = RemovalRule.Choose(departures, owned!, view, situation);
        return new Plan(register, removals, departures, state with
        {
            Version = SyncState.CurrentVersion,
            Addresses = situation.Observation.Addresses,
            AddressesSince = IsSame(situation) ? state.AddressesSince : situation.Now,
            Owned = owned!,
            Decline = removals.Decline,
            RemovingSince = RemovalRule.IsRemoving(state, situation.Now) ? state.RemovingSince : null,
            Intent = null,
        })
        {
            Found = found,
        };
    }

    private static bool IsSame(Situation situation) => situation.State!.AddressesSince is not null && situation.State.Addresses.SequenceEqual(situation.Observation.Addresses, EqualityComparer<IPAddress>.Default);
}
