namespace Orchestrator.Review.Rules;

/// <summary>What a rule finds of one resource.</summary>
public enum Outcome
{
    /// <summary>It was looked at, and all is well.</summary>
    Holds,

    /// <summary>What the rule warns of happens.</summary>
    Violates,

    /// <summary>It depends on a value that is known only after the apply, or on something outside the plan.</summary>
    CannotTell,
}
