namespace Orchestrator.Modules.Findings;

/// <summary>A finding that somebody answers for.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why it is right here.</param>
/// <param name="Expires">The last day on which that holds.</param>
public sealed record SuppressedFinding(Finding Finding, string Reason, DateOnly Expires);
