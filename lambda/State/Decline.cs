namespace Orchestrator.Lambda.State;

/// <summary>How far the group may shrink while targets are missing from the DNS.</summary>
/// <param name="Serving">How many healthy targets are to remain, unless the DNS names fewer: the most that have served since the first went missing, without those that came for it, less those by which the group has shrunk.</param>
/// <param name="NextAt">From when on another may go without a successor; null for at once.</param>
internal sealed record Decline(int Serving, DateTimeOffset? NextAt = null);
