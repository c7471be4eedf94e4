using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>What is to be done, and why not more.</summary>
/// <param name="Register">What is to be registered, in order.</param>
/// <param name="Deregister">What is to be removed, in order.</param>
/// <param name="Departures">Every registered target that is not in the DNS, and what becomes of it.</param>
/// <param name="Refusal">Why nothing is removed though something is due; null where nothing stands against it.</param>
/// <param name="State">The state with this observation counted and what is to be registered owned; null where it could not be read.</param>
internal sealed record Plan(
    IReadOnlyList<Target> Register,
    IReadOnlyList<Target> Deregister,
    IReadOnlyList<Departure> Departures,
    Refusal? Refusal,
    SyncState? State)
{
    /// <summary>Whether the target group is to be changed.</summary>
    internal bool ChangesTargets => Register.Count > 0 || Deregister.Count > 0;
}
