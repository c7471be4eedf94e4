using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>What is to be done, and why not more.</summary>
/// <param name="Register">What is to be registered, in order.</param>
/// <param name="Removals">What is to be removed.</param>
/// <param name="Departures">Every registered target that is not in the DNS, and what becomes of it.</param>
/// <param name="State">The state with this observation counted and what is to be registered owned; null where it could not be read.</param>
internal sealed record Plan(IReadOnlyList<Target> Register, Removals Removals, IReadOnlyList<Departure> Departures, SyncState? State)
{
    /// <summary>What is owned from now on, since it was found registered.</summary>
    internal IReadOnlyList<Target> Found { get; init; } = [];

    /// <summary>What is to be removed, in order.</summary>
    internal IReadOnlyList<Target> Deregister => Removals.Now;

    /// <summary>Why something that is due stays; null where nothing does.</summary>
    internal Refusal? Refusal => Removals.Refusal;

    /// <summary>Whether the target group is to be changed.</summary>
    internal bool ChangesTargets => Register.Count > 0 || Deregister.Count > 0;

    /// <summary>The plan without its removals: to register needs no record.</summary>
    internal Plan RegisteringOnly => this with { Removals = new Removals { Decline = Removals.Decline, Refusal = Removals.Refusal } };

    /// <summary>The state once these targets have been removed.</summary>
    internal SyncState StateWithout(IReadOnlyCollection<Target> removed)
    {
        var gone = removed.Select(target => target.Address).ToHashSet();
        return State! with
        {
            Owned = [.. State.Owned.Where(owned => !gone.Contains(owned.Address))],
            Decline = removed.Any(Removals.Room.Contains) ? Removals.DeclineWithRoom : Removals.Decline,
        };
    }
}
