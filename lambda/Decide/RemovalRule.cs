using System.Net;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>
/// Chooses what goes of what is due. After it, as many healthy targets serve as before, or as the DNS names where those are fewer; and the group shrinks
/// to that slowly, since nothing tells a load balancer that has become smaller from a DNS that leaves some of it out. What serves no more goes at once.
/// </summary>
internal sealed class RemovalRule
{
    /// <summary>The longest that a run may take from its intent to its last removal: the longest timeout that the settings allow.</summary>
    internal static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyList<Departure> _departures;
    private readonly Dictionary<IPAddress, OwnedTarget> _owned;
    private readonly GroupView _view;
    private readonly Situation _situation;
    private readonly DecisionSettings _settings;

    /// <summary>How many healthy targets there are of those that the DNS names or named. What somebody else has registered serves for nobody.</summary>
    private readonly int _serving;

    /// <summary>How many the DNS wants to serve. That it names fewer is believed as late as that a target is gone, whether the group lists it or not.</summary>
    private readonly int _wanted;

    /// <summary>How many may serve besides, which the group has listed for a while and does not list now.</summary>
    private readonly int _unlisted;

    private RemovalRule(IReadOnlyList<Departure> departures, IReadOnlyList<OwnedTarget> owned, GroupView view, Situation situation)
    {
        (_departures, _view, _situation, _settings) = (departures, view, situation, situation.Settings);
        _owned = owned.ToDictionary(each => each.Address);
        _serving = view.HealthyNamed + departures.Count(departure => departure.Missing is not null && view.MayServe(departure.Target));
        _wanted = view.Named.Count + owned.Count(each => each.Missing is { } missing && !_settings.IsGone(missing, situation.Now));
        _unlisted = owned.Count(MayServeUnlisted);
    }

    /// <summary>What goes, and why the rest stays.</summary>
    internal static Removals Choose(IReadOnlyList<Departure> departures, IReadOnlyList<OwnedTarget> owned, GroupView view, Situation situation) => new RemovalRule(departures, owned, view, situation).Choose();

    /// <summary>Whether a run may be removing now. A time in the future is a clock that went back; it holds for no longer than one in the past.</summary>
    internal static bool IsRemoving(SyncState state, DateTimeOffset now) => state.RemovingSince is { } since && (now - since).Duration() < LongestRun;

    private Removals Choose()
    {
        var decline = Begin();
        var due = _departures.Where(departure => departure.IsDue).ToList();
        if (due.Count == 0 || decline is null)
        {
            return new Removals { Decline = decline };
        }
        if (Forbids(due.Count) is { } forbidden)
        {
            return new Removals { Decline = decline, Refusal = forbidden };
        }
        var dead = due.Where(departure => departure.IsDead).ToList();
        // Of those that serve, who has been missing for longest is the first to go.
        var alive = due.Where(departure => _view.MayServe(departure.Target)).OrderBy(departure => departure.Missing!.Since).ToList();
        // What fails its health checks serves nobody, but for how long is not known yet: it goes where something else needs its place.
        var sick = due.Where(departure => !departure.IsDead && !_view.MayServe(departure.Target)).Select(departure => departure.Target).ToList();
        if (TooFew(due.Count, alive.Count) is { } refusal)
        {
            return MakeRoom(new Removals { Decline = decline, Refusal = refusal }, [.. dead.Select(departure => departure.Target), .. sick], refusal.IsAlarm ? [] : alive);
        }
        return MakeRoom(Step(decline, dead, alive), sick, alive);
    }

    /// <summary>
    /// How many healthy targets are to remain: the most that have served since the first went missing, in its place or for themselves. It holds until nothing is missing
    /// any more and what the DNS names is healthy again.
    /// </summary>
    private Decline? Begin()
    {
        var known = _situation.State!.Decline;
        var isMissing = _departures.Any(departure => departure.Missing is not null);
        if (!isMissing && (known is null || _view.HealthyNamed >= Math.Min(known.Serving, _view.Named.Count)))
        {
            return null;
        }
        var leaving = Leaving();
        var serving = Math.Max(known?.Serving ?? 0, Places(leaving).CountWithout(leaving));
        // A waiting time that is longer than any is of a clock that went back.
        var latest = _situation.Now + _settings.Pace(serving);
        return new Decline(serving, known?.NextAt > latest ? latest : known?.NextAt);
    }

    /// <summary>What is missing, and serves: what the group does not list may do so, and what fails its health checks, but not for long, may be back.</summary>
    private IReadOnlyList<OwnedTarget> Leaving()
    {
        var listed = _departures.Where(departure => departure is { Missing: not null, IsDead: false } && !_view.IsStarting(departure.Target)).Select(departure => _owned[departure.Target.Address]);
        return [.. listed.Concat(_owned.Values.Where(each => each.Missing is not null && MayServeUnlisted(each))).OrderBy(each => each.Missing!.Since)];
    }

    private Places Places(IEnumerable<OwnedTarget> leaving) =>
        new(leaving.Concat(_owned.Values.Where(each => each.Missing is null && (MayServeUnlisted(each) || _view.IsHealthy(new Target(each.Address, _settings.Port))))), _settings);

    private bool MayServeUnlisted(OwnedTarget target) => target.UnlistedSince - target.Since >= _settings.Gap;

    private Refusal? Forbids(int due)
    {
        if (!_situation.Observation.ProvesAbsence)
        {
            return new Refusal(RefusalKind.NoProof, due, $"what is missing from this observation may still be there: {(_situation.Observation.IsComplete ? "it has addresses that no target may have" : "it is not complete")}");
        }
        return IsRemoving(_situation.State!, _situation.Now)
            ? new Refusal(RefusalKind.AnotherRun, due, $"a run that began to remove at {_situation.State!.RemovingSince:u} has not told its result; it may take {LongestRun.TotalMinutes:0} minutes")
            : null;
    }

    private Refusal? TooFew(int due, int alive)
    {
        if (_view.Named.Count < _settings.Floor && alive > 0)
        {
            return new Refusal(
                RefusalKind.TooFewNamed,
                due,
                $"the DNS names {_view.Named.Count} of at least {_settings.Floor} addresses, and {alive} others serve: that looks like an error of the DNS. Compare its answers with the load balancer's network interfaces; if it is right, set SYNC_FLOOR");
        }
        return _view.HealthyNamed < _settings.Floor
            ? new Refusal(RefusalKind.Floor, due, $"{_view.HealthyNamed} targets that are in the DNS are healthy, {_settings.Floor} must be")
            : null;
    }

    /// <summary>The dead, and of those that serve as many as may go now.</summary>
    private Removals Step(Decline decline, IReadOnlyList<Departure> dead, IReadOnlyList<Departure> alive)
    {
        var places = Places(Leaving().Concat(dead.Select(departure => _owned[departure.Target.Address])));
        var going = new List<Target>();
        var successions = new List<Succession>();
        var after = new Dictionary<Target, Decline>();
        var before = decline;
        foreach (var departure in dead)
        {
            Leave(departure);
            going.Add(departure.Target);
        }
        var serving = _serving;
        Refusal? refusal = null;
        foreach (var departure in alive)
        {
            var left = serving - 1;
            var keep = Math.Min(decline.Serving, _wanted);
            if (left < keep && _situation.Now - departure.Missing!.Since < _settings.LongestWait)
            {
                refusal = new Refusal(RefusalKind.Successors, 0, $"{serving} targets are healthy and {keep} must remain: {_view.HealthyNamed} of the {_view.Named.Count} that are in the DNS are healthy");
                break;
            }
            if (left + _unlisted < decline.Serving && _situation.Now < decline.NextAt && !places.HasNewcomer(departure.Target.Address))
            {
                refusal = new Refusal(RefusalKind.Pace, 0, $"{serving} targets are healthy where the DNS names {_view.Named.Count}: the next goes at {decline.NextAt:u}");
                continue;
            }
            var hasSuccessor = Leave(departure);
            if (left + _unlisted < decline.Serving)
            {
                decline = hasSuccessor ? decline with { Serving = left + _unlisted } : Lower(decline, left + _unlisted, serving + _unlisted, departure);
            }
            going.Add(departure.Target);
            after[departure.Target] = decline;
            serving = left;
        }
        return new Removals { Now = going, Successions = successions, Decline = before, DeclineAfter = after, Refusal = refusal is null ? null : refusal with { Count = dead.Count + alive.Count - going.Count } };

        bool Leave(Departure departure)
        {
            if (places.Leave(departure.Target.Address) is not { } succession)
            {
                return false;
            }
            successions.Add(succession);
            return true;
        }
    }

    /// <summary>
    /// Adds what may make room in a full group. There successors cannot come before somebody goes: what serves nobody goes first, then one healthy target in each step,
    /// as long as the share of them remains that the limit leaves.
    /// </summary>
    private Removals MakeRoom(Removals removals, IReadOnlyList<Target> idle, IReadOnlyList<Departure> alive)
    {
        var decline = removals.After(removals.Now)!;
        var after = removals.DeclineAfter.ToDictionary();
        var room = idle.ToList();
        var serving = _serving - removals.Now.Count(_view.MayServe);
        var keep = (int)Math.Ceiling(Math.Min(decline.Serving, _wanted) * (100 - _settings.LargestRemovalPercent) / 100.0);
        foreach (var departure in alive.Where(departure => !removals.Now.Contains(departure.Target)))
        {
            if (serving - 1 < keep || _situation.Now < decline.NextAt)
            {
                break;
            }
            decline = Lower(decline, decline.Serving, serving, departure);
            room.Add(departure.Target);
            after[departure.Target] = decline;
            serving--;
        }
        return removals with { Room = room, DeclineAfter = after };
    }

    /// <summary>Reckons from the time from which it might have gone, where that is not long ago: runs are a minute apart, and would else round each wait up.</summary>
    private Decline Lower(Decline decline, int left, int serving, Departure departure)
    {
        var from = decline.NextAt is { } next ? Later(next, departure.Missing!.Since + _settings.Grace) : _situation.Now;
        return new Decline(left, (_situation.Now - from < _settings.Gap ? from : _situation.Now) + _settings.Pace(Math.Min(decline.Serving, serving)));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
