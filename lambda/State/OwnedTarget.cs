using System.Net;

namespace Orchestrator.Lambda.State;

/// <summary>A target that may be removed.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Since">
/// Since when it is owned: it was registered then, found registered, or taken over. Where it has taken the place of another, since when that was; while it is not listed and a run set out to remove it, since then.
/// </param>
/// <param name="Missing">How long it has been missing from the DNS; null while it is there.</param>
/// <param name="UnlistedSince">Since when the target group has not listed it; null while it does.</param>
internal sealed record OwnedTarget(IPAddress Address, DateTimeOffset Since, Absence? Missing = null, DateTimeOffset? UnlistedSince = null);
