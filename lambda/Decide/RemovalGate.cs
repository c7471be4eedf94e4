using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>What stands against removing what is due. Nothing is removed in part: what would leave is looked at as a whole.</summary>
internal static class RemovalGate
{
    /// <summary>The longest that a run may take from its intent to its last removal: the longest timeout that the settings allow.</summary>
    internal static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    /// <summary>The first thing that stands against it; null where nothing does.</summary>
    internal static Refusal? Check(IReadOnlyList<Target> due, HashSet<Target> wanted, Dictionary<Target, TargetState> live, Situation situation)
    {
        var settings = situation.Settings;
        Refusal Refuse(RefusalKind kind, string reason) => new(kind, due.Count, reason);
        if (!situation.Observation.ProvesAbsence)
        {
            return Refuse(RefusalKind.NoProof, $"what is missing from this observation may still be there: {(situation.Observation.IsComplete ? "it has addresses that no target may have" : "it is not complete")}");
        }
        if (IsRemoving(situation.State!, situation.Now))
        {
            return Refuse(RefusalKind.AnotherRun, $"a run that began to remove at {situation.State!.RemovingSince:u} has not told its result; it may take {LongestRun.TotalMinutes:0} minutes");
        }
        var serving = wanted.Count(target => IsHealthy(target, live));
        if (serving < settings.Floor)
        {
            return Refuse(RefusalKind.Floor, $"{serving} targets that are in the DNS are healthy, {settings.Floor} must be");
        }
        var leaving = due.Count(target => IsHealthy(target, live));
        var needed = Math.Min(leaving, wanted.Count);
        if (serving < needed)
        {
            return Refuse(RefusalKind.Replacements, $"{serving} targets that are in the DNS are healthy, {needed} must be before {leaving} healthy ones go");
        }
        if (due.Count > settings.MostRemovals)
        {
            return Refuse(RefusalKind.Number, $"{due.Count} removals are due, one run may make {settings.MostRemovals}; set SYNC_MAX_REMOVALS if that is right");
        }
        var registered = live.Keys.Count(target => target.Port == settings.Port);
        return due.Count * 100 > settings.LargestRemovalPercent * registered
            ? Refuse(RefusalKind.Share, $"{due.Count} of {registered} targets are due, one run may remove {settings.LargestRemovalPercent} %; set SYNC_MAX_REMOVAL_PERCENT if that is right")
            : null;
    }

    /// <summary>Whether a run may be removing now. A time in the future is a clock that went back; it holds for no longer than one in the past.</summary>
    internal static bool IsRemoving(SyncState state, DateTimeOffset now) => state.RemovingSince is { } since && (now - since).Duration() < LongestRun;

    private static bool IsHealthy(Target target, Dictionary<Target, TargetState> live) => live.TryGetValue(target, out var state) && state == TargetState.Healthy;
}
