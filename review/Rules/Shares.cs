namespace Orchestrator.Review.Rules;

/// <summary>How severe it is that a share of traffic moves.</summary>
internal static class Shares
{
    private const decimal Half = 0.5m;
    private const decimal Quarter = 0.25m;

    /// <summary>
    /// High from the half of the traffic on: what receives it has at least twice of what it had, or what is left behind half. Below a
    /// quarter it is a step that one can watch.
    /// </summary>
    internal static Severity SeverityOf(decimal moved) => moved >= Half ? Severity.High : moved >= Quarter ? Severity.Medium : Severity.Low;
}
