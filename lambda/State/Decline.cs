namespace Orchestrator.Lambda.State;

/// <summary>How far the group may shrink while targets are missing from the DNS.</summary>
/// <param name="Serving">How many healthy targets are to remain, unless the DNS names fewer: as many as served when the first went missing, less those that have gone since without a successor.</param>
/// <param name="NextAt">From when on another may go without a successor; null for at once.</param>
internal sealed record Decline(int Serving, DateTimeOffset? NextAt = null);
