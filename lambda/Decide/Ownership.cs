using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>Keeps the record of what is owned, and counts how long each of it has been missing from the DNS.</summary>
internal static class Ownership
{
    /// <summary>Observations that are closer than this are one: a retry or a second invocation is no further proof. Half of the shortest schedule.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>How long a target may take to be listed after it was registered. One that is not listed, nor wanted, after that is no longer owned.</summary>
    internal static readonly TimeSpan ListedWithin = TimeSpan.FromMinutes(10);

    /// <summary>The record with this observation counted, and with what is to be registered.</summary>
    internal static IReadOnlyList<OwnedTarget> Count(Situation situation, HashSet<Target> wanted, Dictionary<Target, TargetState> live, IReadOnlyList<Target> register)
    {
        var port = situation.Settings.Port;
        var registered = register.ToHashSet();
        var kept = situation.State!.Owned
            .Select(owned => (Owned: owned, Target: new Target(owned.Address, port)))
            .Where(each => !registered.Contains(each.Target) && (live.ContainsKey(each.Target) || IsRecent(each.Owned, situation.Now)))
            // What is not there cannot be missed: should it appear again, its grace begins then.
            .Select(each => each.Owned with { Missing = wanted.Contains(each.Target) || !live.ContainsKey(each.Target) ? null : Count(Known(each.Owned, situation), situation) });
        return [.. kept.Concat(register.Select(target => new OwnedTarget(target.Address, situation.Now))).OrderBy(owned => owned.Address, AddressOrder.Instance)];
    }

    private static bool IsRecent(OwnedTarget owned, DateTimeOffset now) => (now - owned.Since).Duration() < ListedWithin;

    private static Absence? Known(OwnedTarget owned, Situation situation) => situation.Unrecorded.Contains(owned.Address) ? null : owned.Missing;

    private static Absence? Count(Absence? missing, Situation situation)
    {
        var now = situation.Now;
        if (!situation.Observation.ProvesAbsence || situation.Observation.IsRecalled)
        {
            return missing;
        }
        // A clock that went back, or a gap in the record, proves nothing of the time between: the grace begins anew.
        if (missing is null || missing.LastCounted > now + Window || situation.LookingSince - missing.LastCounted >= situation.Settings.Gap)
        {
            return new Absence(now, now, 1);
        }
        return IsProven(missing, situation.Settings) || now - missing.LastCounted < Window
            ? missing
            : missing with { LastCounted = now, Runs = Math.Min(missing.Runs + 1, situation.Settings.RunsBeforeRemoval) };
    }

    private static bool IsProven(Absence missing, DecisionSettings settings) => missing.Runs >= settings.RunsBeforeRemoval && missing.LastCounted - missing.Since >= settings.Grace;
}
