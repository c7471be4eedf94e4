using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>A registered target that is not in the DNS.</summary>
/// <param name="Target">The target.</param>
/// <param name="IsDue">Whether it may go, as far as the target itself is concerned.</param>
/// <param name="Reason">Why it stays or is due, for people.</param>
internal sealed record Departure(Target Target, bool IsDue, string Reason);
