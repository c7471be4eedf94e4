using Orchestrator.Lambda.Act;
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

    /// <summary>The state once the plan has been carried out so far.</summary>
    internal SyncState StateAfter(Outcome outcome)
    {
        var gone = outcome.Deregistered.Select(target => target.Address).ToHashSet();
        var registered = outcome.Registered.Select(target => target.Address).ToHashSet();
        return State! with
        {
            Owned = [.. Ownership.Succeed(State.Owned, Removals.Successions, gone.Contains).Where(owned => !gone.Contains(owned.Address)).Select(owned => registered.Contains(owned.Address) ? owned with { UnlistedSince = null } : owned)],
            Decline = outcome.Deregistered.Any(Removals.Room.Contains) ? Removals.DeclineWithRoom : Removals.Decline,
        };
    }
}
