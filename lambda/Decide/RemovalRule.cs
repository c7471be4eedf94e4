using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>
/// Chooses what goes of what is due. After it, as many healthy targets serve as before, or as the DNS names where those are fewer; and the group shrinks
/// to that slowly, since nothing tells a load balancer that has become smaller from a DNS that leaves some of it out. What serves no more goes at once.
/// </summary>
internal static class RemovalRule
{
    /// <summary>The longest that a run may take from its intent to its last removal: the longest timeout that the settings allow.</summary>
    internal static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    /// <summary>What goes, and why the rest stays.</summary>
    internal static Removals Choose(IReadOnlyList<Departure> departures, IReadOnlyList<OwnedTarget> owned, GroupView view, Situation situation)
    {
        var decline = Begin(departures, view, situation);
        var due = departures.Where(departure => departure.IsDue).ToList();
        if (due.Count == 0 || decline is null)
        {
            return new Removals { Decline = decline };
        }
        if (Forbids(due.Count, situation) is { } forbidden)
        {
            return new Removals { Decline = decline, Refusal = forbidden };
        }
        var dead = due.Where(departure => departure.IsDead).Select(departure => departure.Target).ToList();
        var wanted = Wanted(owned, view, situation);
        // Of those that serve, who has been missing for longest is the first to go.
        var alive = due.Where(departure => view.MayServe(departure.Target)).OrderBy(departure => departure.Missing!.Since).ToList();
        // What fails its health checks serves nobody, but for how long is not known yet: it goes where something else needs its place.
        var sick = due.Where(departure => !departure.IsDead && !view.MayServe(departure.Target)).Select(departure => departure.Target).ToList();
        if (TooFew(due.Count, alive.Count, view, situation.Settings) is { } refusal)
        {
            return MakeRoom(new Removals { Decline = decline, Refusal = refusal }, [.. dead, .. sick], refusal.IsAlarm ? [] : alive, wanted, departures, view, situation);
        }
        return MakeRoom(Step(decline, dead, alive, wanted, departures, view, situation), sick, alive, wanted, departures, view, situation);
    }

    /// <summary>Whether a run may be removing now. A time in the future is a clock that went back; it holds for no longer than one in the past.</summary>
    internal static bool IsRemoving(SyncState state, DateTimeOffset now) => state.RemovingSince is { } since && (now - since).Duration() < LongestRun;

    /// <summary>
    /// How many healthy targets are to remain: as many as there were when the first went missing, or more where the DNS names more since. It holds until
    /// nothing is missing any more and what the DNS names is healthy again.
    /// </summary>
    private static Decline? Begin(IReadOnlyList<Departure> departures, GroupView view, Situation situation)
    {
        var known = situation.State!.Decline;
        var isMissing = departures.Any(departure => departure.Missing is not null);
        if (!isMissing && (known is null || view.HealthyNamed >= Math.Min(known.Serving, view.Named.Count)))
        {
            return null;
        }
        // What fails its health checks, but not for long, may be back.
        var serving = Math.Max(known?.Serving ?? view.HealthyNamed + departures.Count(departure => departure is { Missing: not null, IsDead: false }) + Unlisted(view, situation), view.HealthyNamed);
        // A waiting time that is longer than any is of a clock that went back.
        var latest = situation.Now + situation.Settings.Pace(serving);
        return new Decline(serving, known?.NextAt > latest ? latest : known?.NextAt);
    }

    /// <summary>How many healthy targets there are of those that the DNS names or named. What somebody else has registered serves for nobody.</summary>
    private static int Serving(IReadOnlyList<Departure> departures, GroupView view) => view.HealthyNamed + departures.Count(departure => departure.Missing is not null && view.MayServe(departure.Target));

    /// <summary>How many the DNS wants to serve. That it names fewer is believed as late as that a target is gone, whether the group lists it or not.</summary>
    private static int Wanted(IReadOnlyList<OwnedTarget> owned, GroupView view, Situation situation) =>
        view.Named.Count + owned.Count(each => each.Missing is { } missing && !situation.Settings.IsGone(missing, situation.Now));

    /// <summary>What the group has listed may serve though it does not list it now. What it never listed has only just been registered, or could not be.</summary>
    private static int Unlisted(GroupView view, Situation situation) => situation.State!.Owned.Count(owned =>
        !view.IsLive(new Target(owned.Address, situation.Settings.Port)) && (owned.UnlistedSince ?? situation.Now) - owned.Since >= situation.Settings.Gap);

    private static Refusal? Forbids(int due, Situation situation)
    {
        if (!situation.Observation.ProvesAbsence)
        {
            return new Refusal(RefusalKind.NoProof, due, $"what is missing from this observation may still be there: {(situation.Observation.IsComplete ? "it has addresses that no target may have" : "it is not complete")}");
        }
        return IsRemoving(situation.State!, situation.Now)
            ? new Refusal(RefusalKind.AnotherRun, due, $"a run that began to remove at {situation.State!.RemovingSince:u} has not told its result; it may take {LongestRun.TotalMinutes:0} minutes")
            : null;
    }

    private static Refusal? TooFew(int due, int alive, GroupView view, DecisionSettings settings)
    {
        if (view.Named.Count < settings.Floor && alive > 0)
        {
            return new Refusal(
                RefusalKind.TooFewNamed,
                due,
                $"the DNS names {view.Named.Count} of at least {settings.Floor} addresses, and {alive} others serve: that looks like an error of the DNS. Compare its answers with the load balancer's network interfaces; if it is right, set SYNC_FLOOR");
        }
        return view.HealthyNamed < settings.Floor
            ? new Refusal(RefusalKind.Floor, due, $"{view.HealthyNamed} targets that are in the DNS are healthy, {settings.Floor} must be")
            : null;
    }

    /// <summary>The dead, and of those that serve as many as may go now.</summary>
    private static Removals Step(Decline decline, IReadOnlyList<Target> dead, IReadOnlyList<Departure> alive, int wanted, IReadOnlyList<Departure> departures, GroupView view, Situation situation)
    {
        var settings = situation.Settings;
        var going = dead.ToList();
        var serving = Serving(departures, view);
        var unlisted = Unlisted(view, situation);
        foreach (var departure in alive)
        {
            var left = serving - 1;
            var keep = Math.Min(decline.Serving, wanted);
            if (left < keep && situation.Now - departure.Missing!.Since < settings.LongestWait)
            {
                return Stop(RefusalKind.Successors, $"{serving} targets are healthy and {keep} must remain: {view.HealthyNamed} of the {view.Named.Count} that are in the DNS are healthy");
            }
            if (left + unlisted < decline.Serving)
            {
                if (situation.Now < decline.NextAt)
                {
                    return Stop(RefusalKind.Pace, $"{serving} targets are healthy where the DNS names {view.Named.Count}: the next goes at {decline.NextAt:u}");
                }
                decline = Lower(decline, left + unlisted, serving + unlisted, departure, situation);
            }
            going.Add(departure.Target);
            serving = left;
        }
        return new Removals { Now = going, Decline = decline };

        Removals Stop(RefusalKind kind, string reason) => new() { Now = going, Decline = decline, Refusal = new Refusal(kind, dead.Count + alive.Count - going.Count, reason) };
    }

    /// <summary>
    /// Adds what may make room in a full group. There successors cannot come before somebody goes: what serves nobody goes first, then one healthy target in each step,
    /// as long as the share of them remains that the limit leaves.
    /// </summary>
    private static Removals MakeRoom(Removals removals, IReadOnlyList<Target> idle, IReadOnlyList<Departure> alive, int wanted, IReadOnlyList<Departure> departures, GroupView view, Situation situation)
    {
        var settings = situation.Settings;
        var decline = removals.Decline!;
        var room = idle.ToList();
        var serving = Serving(departures, view) - removals.Now.Count(view.MayServe);
        var keep = (int)Math.Ceiling(Math.Min(decline.Serving, wanted) * (100 - settings.LargestRemovalPercent) / 100.0);
        foreach (var departure in alive.Where(departure => !removals.Now.Contains(departure.Target)))
        {
            if (serving - 1 < keep || situation.Now < decline.NextAt)
            {
                break;
            }
            decline = Lower(decline, decline.Serving, serving, departure, situation);
            room.Add(departure.Target);
            serving--;
        }
        return removals with { Room = room, DeclineWithRoom = decline };
    }

    /// <summary>Reckons from the time from which it might have gone, where that is not long ago: runs are a minute apart, and would else round each wait up.</summary>
    private static Decline Lower(Decline decline, int left, int serving, Departure departure, Situation situation)
    {
        var settings = situation.Settings;
        var from = decline.NextAt is { } next ? Later(next, departure.Missing!.Since + settings.Grace) : situation.Now;
        return new Decline(left, (situation.Now - from < settings.Gap ? from : situation.Now) + settings.Pace(Math.Min(decline.Serving, serving)));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
