namespace Orchestrator.Lambda.State;

/// <summary>How long an address has been missing from the DNS.</summary>
/// <param name="Since">The first observation without it, since when there is no gap in the record.</param>
/// <param name="LastCounted">The last observation that was counted.</param>
/// <param name="Runs">How many were counted, up to as many as are needed.</param>
/// <param name="SickSince">Since when every run has found it not healthy; null where the last one found it healthy.</param>
/// <param name="Left">The earliest that it may have left: the first observation without it since the DNS is known to have named it, or the last with it before the DNS failed; null where that is no earlier than <paramref name="Since"/>.</param>
internal sealed record Absence(DateTimeOffset Since, DateTimeOffset LastCounted, int Runs, DateTimeOffset? SickSince = null, DateTimeOffset? Left = null)
{
    /// <summary>The earliest that it may have left.</summary>
    internal DateTimeOffset First => Left ?? Since;
}
