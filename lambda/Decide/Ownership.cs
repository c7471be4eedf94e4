using System.Net;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>
/// Keeps the record of what is owned, and counts how long each of it has been missing from the DNS. Owned is what the function has registered, and what
/// the DNS names when the function finds it registered: it is there for this load balancer.
/// </summary>
internal static class Ownership
{
    /// <summary>Observations that are closer than this are one: a retry or a second invocation is no further proof. Half of the shortest schedule.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>How long a target that the group does not list stays owned: DescribeTargetHealth may leave one out.</summary>
    internal static readonly TimeSpan StaysOwnedFor = TimeSpan.FromDays(1);

    /// <summary>The record with this observation counted, and with what is to be registered.</summary>
    internal static IReadOnlyList<OwnedTarget> Count(Situation situation, GroupView view, IReadOnlyList<Target> register)
    {
        var now = situation.Now;
        var port = situation.Settings.Port;
        var owned = new Dictionary<IPAddress, OwnedTarget>();
        // A run that died has removed what the group does not list any more.
        foreach (var each in Succeed(situation.State!.Owned, situation.State.Intent?.Successions ?? [], address => !view.IsLive(new Target(address, port))))
        {
            var target = new Target(each.Address, port);
            DateTimeOffset? unlisted = view.IsLive(target) ? null : each.UnlistedSince ?? now;
            var isToGo = situation.State.Intent?.Deregister.Contains(each.Address) == true;
            if ((isToGo && view.IsDraining(target)) || (unlisted is { } since && (now - since).Duration() >= StaysOwnedFor))
            {
                continue;
            }
            // Should what was not listed appear again, its grace begins then.
            var isBack = each.UnlistedSince is not null && unlisted is null;
            var missing = view.Named.Contains(target) ? null : Examine(Count(each.Address, Known(each, situation), isBack, situation), view.MayServe(target), now);
            // What a run set out to remove and is not listed may be there or not; nobody reckons with it.
            var serves = unlisted is null || !(isToGo || view.IsDraining(target));
            owned[each.Address] = each with { Since = serves ? each.Since : unlisted!.Value, Missing = missing, UnlistedSince = unlisted };
        }
        foreach (var target in Found(situation, view))
        {
            owned.TryAdd(target.Address, new OwnedTarget(target.Address, now));
        }
        foreach (var target in register)
        {
            owned[target.Address] = owned.TryGetValue(target.Address, out var known) ? known with { Missing = null } : new OwnedTarget(target.Address, now, UnlistedSince: now);
        }
        return [.. owned.Values.OrderBy(each => each.Address, AddressOrder.Instance)];
    }

    /// <summary>What is owned once some are gone: whoever takes the place of one of them is as old as that.</summary>
    internal static IReadOnlyList<OwnedTarget> Succeed(IReadOnlyList<OwnedTarget> owned, IReadOnlyList<Succession> successions, Func<IPAddress, bool> isGone)
    {
        var places = new Dictionary<IPAddress, DateTimeOffset>();
        foreach (var succession in successions.Where(each => isGone(each.Leaving)))
        {
            places[succession.Newcomer] = succession.Since;
        }
        return places.Count == 0 ? owned : [.. owned.Select(each => places.TryGetValue(each.Address, out var since) ? each with { Since = since } : each)];
    }

    /// <summary>The registered targets that are taken into the record.</summary>
    internal static IEnumerable<Target> Found(Situation situation, GroupView view)
    {
        var known = situation.State?.Owned.Select(each => each.Address).ToHashSet();
        return view.Live.Where(target => target.Port == situation.Settings.Port && known?.Contains(target.Address) != true && IsFound(target, view, situation));
    }

    /// <summary>Whether a registered target is owned: an observation that can be trusted names it, or a run owned it that could not record it.</summary>
    private static bool IsFound(Target target, GroupView view, Situation situation) =>
        situation.OwnedBesides.Contains(target.Address) || (situation.Observation is { ProvesAbsence: true, IsRecalled: false } && view.Named.Contains(target));

    private static Absence? Known(OwnedTarget owned, Situation situation) => situation.Unrecorded.ContainsKey(owned.Address) ? null : owned.Missing;

    private static Absence? Count(IPAddress address, Absence? missing, bool beginsAnew, Situation situation)
    {
        var now = situation.Now;
        if (!situation.Observation.ProvesAbsence || situation.Observation.IsRecalled)
        {
            return beginsAnew ? null : missing;
        }
        if (missing is null)
        {
            // It may have left at any time since it was last seen.
            DateTimeOffset? seen = situation.Unrecorded.TryGetValue(address, out var at) ? at : situation.RecordedBefore;
            return new Absence(now, now, 1, Left: now - seen >= situation.Settings.Gap ? seen : null);
        }
        // A clock that went back, or a gap in the record, proves nothing of the time between.
        if (beginsAnew || missing.LastCounted > now + Window || situation.LookingSince - missing.LastCounted >= situation.Settings.Gap)
        {
            return new Absence(now, now, 1, Left: missing.First < now ? missing.First : null);
        }
        return IsProven(missing, situation.Settings) || now - missing.LastCounted < Window
            ? missing
            : missing with { LastCounted = now, Runs = Math.Min(missing.Runs + 1, situation.Settings.RunsBeforeRemoval) };
    }

    private static Absence? Examine(Absence? missing, bool mayServe, DateTimeOffset now) => missing is null ? null : missing with { SickSince = mayServe ? null : missing.SickSince is { } since && since <= now ? since : now };

    private static bool IsProven(Absence missing, DecisionSettings settings) => missing.Runs >= settings.RunsBeforeRemoval && missing.LastCounted - missing.Since >= settings.Grace;
}
