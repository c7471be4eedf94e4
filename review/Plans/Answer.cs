namespace Orchestrator.Review.Plans;

/// <summary>What a plan says to a question.</summary>
public enum Answer
{
    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>It depends on what is known only after the apply.</summary>
    Unknown,
}
