using System.Net;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>
/// The decision, a pure function. To register takes one answer of the DNS. To remove takes all of these: we registered the target, the DNS has lacked
/// it for long enough in enough runs, and what is left carries the traffic.
/// </summary>
internal static class Decision
{
    /// <summary>What is to be done.</summary>
    internal static Plan Decide(Situation situation)
    {
        var settings = situation.Settings;
        var wanted = situation.Observation.Addresses.Select(address => new Target(address, settings.Port)).ToHashSet();
        var live = Live(situation);
        var missing = wanted.Where(target => !live.ContainsKey(target)).Order(TargetOrder.Instance).ToList();
        var owned = situation.State is null ? null : Ownership.Count(situation, wanted, live, missing);
        var departures = live.Keys.Where(target => !wanted.Contains(target)).Order(TargetOrder.Instance).Select(target => Departures.Of(target, owned, situation)).ToList();
        var due = departures.Where(departure => departure.IsDue).Select(departure => departure.Target).ToList();
        var refusal = due.Count == 0 ? null : RemovalGate.Check(due, wanted, live, situation);
        return new Plan(missing, refusal is null ? due : [], departures, refusal, situation.State is null ? null : situation.State with
        {
            Addresses = situation.Observation.Addresses,
            AddressesSince = IsSame(situation) ? situation.State.AddressesSince : situation.Now,
            Owned = owned!,
            RemovingSince = RemovalGate.IsRemoving(situation.State, situation.Now) ? situation.State.RemovingSince : null,
            Intent = null,
        });
    }

    /// <summary>What is registered. A draining target is not: it takes no new connection, and can be registered again.</summary>
    private static Dictionary<Target, TargetState> Live(Situation situation)
    {
        var live = new Dictionary<Target, TargetState>();
        foreach (var registered in situation.Registered)
        {
            if (registered.State != TargetState.Draining)
            {
                live[registered.Target] = registered.State;
            }
        }
        return live;
    }

    private static bool IsSame(Situation situation) => situation.State!.AddressesSince is not null && situation.State.Addresses.SequenceEqual(situation.Observation.Addresses, EqualityComparer<IPAddress>.Default);
}
