using System.Net;

namespace Orchestrator.Lambda.State;

/// <summary>A target takes the place of another.</summary>
/// <param name="Leaving">Which goes.</param>
/// <param name="Newcomer">Which takes its place.</param>
/// <param name="Since">How old the place is.</param>
internal readonly record struct Succession(IPAddress Leaving, IPAddress Newcomer, DateTimeOffset Since);
