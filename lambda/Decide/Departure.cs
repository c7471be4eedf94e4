using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>A registered target that is not in the DNS.</summary>
/// <param name="Target">The target.</param>
/// <param name="Reason">Why it stays or is due, for people.</param>
internal sealed record Departure(Target Target, string Reason)
{
    /// <summary>How long it has been missing; null where it is not owned, or nothing proves that it is missing.</summary>
    internal Absence? Missing { get; init; }

    /// <summary>Whether it may go, as far as the target itself is concerned.</summary>
    internal bool IsDue { get; init; }

    /// <summary>Whether it serves no more: it has failed its health checks for as long as it must be missing.</summary>
    internal bool IsDead { get; init; }
}
