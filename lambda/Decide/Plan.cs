using System.Net;
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

    /// <summary>The state that tells what the run sets out to do, as if it had done it; null where the state could not be read.</summary>
    /// <param name="now">The time.</param>
    /// <param name="run">Tells the run from another.</param>
    internal SyncState? StateBefore(DateTimeOffset now, string run)
    {
        IReadOnlyList<Target> leaving = Register.Count > 0 ? [.. Deregister, .. Removals.Room] : Deregister;
        return State is null ? null : State with
        {
            Decline = Removals.After(leaving),
            // Should the run die, the next one sees which of them are gone.
            Intent = IntentOf(now, run, Register, leaving),
            RemovingSince = leaving.Count > 0 ? now : State.RemovingSince,
        };
    }

    /// <summary>The state once the plan has been carried out so far. Of what was not answered nobody knows whether it was done.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="before">The state in which it was announced.</param>
    internal SyncState StateAfter(Outcome outcome, SyncState before)
    {
        var gone = outcome.Deregistered.Select(target => target.Address).ToHashSet();
        var registered = outcome.Registered.Select(target => target.Address).ToHashSet();
        return State! with
        {
            Owned = [.. Ownership.Succeed(State.Owned, Removals.Successions, gone.Contains).Where(owned => !gone.Contains(owned.Address)).Select(owned => registered.Contains(owned.Address) ? owned with { UnlistedSince = null } : owned)],
            Decline = Removals.After(outcome.Deregistered.Concat(outcome.Unanswered)),
            Intent = outcome.Unanswered.Count == 0 ? null : IntentOf(before.Intent!.At, before.Intent.Run!, [], outcome.Unanswered),
        };
    }

    private Intent IntentOf(DateTimeOffset at, string run, IEnumerable<Target> register, IEnumerable<Target> leaving)
    {
        IReadOnlyList<IPAddress> addresses = [.. leaving.Select(target => target.Address)];
        var gone = addresses.ToHashSet();
        IReadOnlyList<Succession> successions = [.. Removals.Successions.Where(each => gone.Contains(each.Leaving))];
        return new Intent(at, [.. register.Select(target => target.Address)], addresses, run, successions.Count == 0 ? null : successions);
    }
}
