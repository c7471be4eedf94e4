namespace Orchestrator.Lambda.State;

/// <summary>How long an address has been missing from the DNS.</summary>
/// <param name="Since">The first observation without it.</param>
/// <param name="LastCounted">The last observation that was counted.</param>
/// <param name="Runs">How many were counted, up to as many as are needed.</param>
/// <param name="SickSince">Since when every run has found it not healthy; null where the last one found it healthy.</param>
internal sealed record Absence(DateTimeOffset Since, DateTimeOffset LastCounted, int Runs, DateTimeOffset? SickSince = null);
