using System.Net;

namespace Orchestrator.Lambda.State;

/// <summary>What a run sets out to change, written before it does.</summary>
/// <param name="At">When.</param>
/// <param name="Register">The addresses to register.</param>
/// <param name="Deregister">The addresses to remove, or to remove where the group is full.</param>
/// <param name="Run">Tells the run from another that sets out to do the same at the same time.</param>
/// <param name="Successions">Which targets take the places of those that go, in order; null where none does.</param>
internal sealed record Intent(DateTimeOffset At, IReadOnlyList<IPAddress> Register, IReadOnlyList<IPAddress> Deregister, string? Run = null, IReadOnlyList<Succession>? Successions = null);
