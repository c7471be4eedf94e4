using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>
/// What a witness of a history knows: who registered what, and how long each address has been missing. It reckons by true time, which no clock that
/// goes back changes.
/// </summary>
internal sealed class Ledger
{
    private readonly Dictionary<Target, (TimeSpan Since, TimeSpan Last, int Runs)> _missing = [];

    /// <summary>True time since the beginning.</summary>
    internal TimeSpan Time { get; set; }

    /// <summary>What the function has registered or set out to.</summary>
    internal HashSet<Target> Ours { get; } = [];

    /// <summary>What somebody else has ever registered.</summary>
    internal HashSet<Target> Others { get; } = [];

    /// <summary>Notes an observation that proves what is missing.</summary>
    internal void Observe(IEnumerable<Target> registered, HashSet<Target> seen)
    {
        foreach (var target in registered.Concat(_missing.Keys).ToHashSet())
        {
            if (seen.Contains(target))
            {
                _missing.Remove(target);
            }
            else if (!_missing.TryGetValue(target, out var known))
            {
                _missing[target] = (Time, Time, 1);
            }
            else if (Time - known.Last >= Ownership.Window)
            {
                _missing[target] = (known.Since, Time, known.Runs + 1);
            }
        }
    }

    /// <summary>Whether a target has been missing long enough.</summary>
    internal bool IsDue(Target target, DecisionSettings settings) =>
        _missing.TryGetValue(target, out var known) && known.Runs >= settings.RunsBeforeRemoval && Time - known.Since >= settings.Grace;
}
