namespace Orchestrator.Review.Acknowledgements;

/// <summary>A finding that somebody answers for.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Address">The resource's address; <c>plan</c> for the plan as a whole.</param>
/// <param name="Fingerprint">That of the finding. Where the value after the apply is another, so is this, and the acknowledgement no longer holds.</param>
/// <param name="Reason">Why it is right.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record Acknowledgement(string Rule, string Address, string Fingerprint, string Reason, DateOnly Expires);
