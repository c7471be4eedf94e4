namespace Orchestrator.Review.Rules;

/// <summary>What a finding asks of the reader.</summary>
public enum Severity
{
    /// <summary>To know.</summary>
    Low,

    /// <summary>To look at.</summary>
    Medium,

    /// <summary>To be acknowledged before the apply.</summary>
    High,

    /// <summary>An outage, a loss that cannot be undone, or an apply that fails half-way: it blocks until it is acknowledged.</summary>
    Critical,
}
