namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between a module's variables and what AWS has. Terraform looks at it when it plans, or as soon as everything in it is known.</summary>
/// <param name="Address">The resource that is not made otherwise: <c>aws_lb.this</c>.</param>
/// <param name="Condition">The condition, as an expression.</param>
internal sealed record ResourceCondition(string Address, string Condition)
{
    /// <summary>What the user reads; the rule's statement unless set.</summary>
    internal string? Message { get; init; }

    /// <summary>What there is instead, as a template.</summary>
    internal required string Got { get; init; }

    /// <summary>What the test of it is called.</summary>
    internal string Name { get; init; } = "";

    /// <summary>Whether it is about the resource itself, so that it can be looked at only when that is there.</summary>
    internal bool IsOfResult { get; init; }

    /// <summary>Variables that break it, over those of the complete example, as JSON; none unless set.</summary>
    internal string Violation { get; init; } = "{}";

    /// <summary>Answers of AWS that break it, by the addresses of what is asked about, as JSON; none unless set.</summary>
    internal string Answers { get; init; } = "{}";

    /// <summary>The block that it is.</summary>
    internal string Kind => IsOfResult ? "postcondition" : "precondition";
}
