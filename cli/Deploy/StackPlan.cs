using Orchestrator.Review.Findings;

namespace Orchestrator.Cli.Deploy;

/// <summary>What came of planning a stack.</summary>
/// <param name="Stack">The stack's name.</param>
internal sealed record StackPlan(string Stack)
{
    /// <summary>The review; null where there is no plan.</summary>
    internal PlanReview? Review { get; init; }

    /// <summary>Why there is no plan; null where there is one, or where the stack waits.</summary>
    internal string? Failure { get; init; }

    /// <summary>The stacks that must be applied before it can be planned.</summary>
    internal IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>Stacks that it needs and that change.</summary>
    internal IReadOnlyList<string> ProvisionalBecauseOf { get; init; } = [];

    /// <summary>Whether an apply would change something in it, now or once it can be planned.</summary>
    internal bool IsPending => Failure is null && (WaitsFor.Count > 0 || Review is { HasChanges: true });
}
