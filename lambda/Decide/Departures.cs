using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>Says what becomes of a registered target that is not in the DNS.</summary>
internal static class Departures
{
    /// <summary>What becomes of it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="owned">What is owned; null where nobody knows.</param>
    /// <param name="view">The target group.</param>
    /// <param name="situation">The situation.</param>
    internal static Departure Of(Target target, IReadOnlyList<OwnedTarget>? owned, GroupView view, Situation situation)
    {
        var settings = situation.Settings;
        if (owned is null)
        {
            return new Departure(target, "stays: the state cannot be read, so nobody knows whose it is");
        }
        if (target.Port != settings.Port || owned.FirstOrDefault(each => each.Address.Equals(target.Address)) is not { } mine)
        {
            return new Departure(target, "stays: somebody else registered it");
        }
        if (mine.Missing is not { } missing)
        {
            return new Departure(target, "stays: it is missing, but not from an observation that proves it");
        }
        var elapsed = situation.Now - missing.Since;
        var progress = $"missing in {missing.Runs} of {settings.RunsBeforeRemoval} runs, for {Math.Max(0, elapsed.TotalSeconds):0} of {settings.Grace.TotalSeconds:0} s";
        var isDue = settings.IsGone(missing, situation.Now);
        return new Departure(target, isDue ? $"is due: {progress}" : $"stays: {progress}")
        {
            Missing = missing,
            IsDue = isDue,
            IsDead = !view.MayServe(target) && missing.SickSince is { } since && situation.Now - since >= settings.Grace,
        };
    }
}
