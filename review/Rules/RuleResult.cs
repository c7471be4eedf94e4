using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What a rule found of one resource, before anything is masked: never shown as it is.</summary>
internal sealed record RuleResult(PlanRule Rule, Outcome Outcome, ResourceChange? Change, string Attribute)
{
    /// <summary>What stands for the value before, where it is not that of the attribute.</summary>
    internal string? Before { get; init; }

    /// <summary>What stands for the value after.</summary>
    internal string? After { get; init; }

    /// <summary>What to write into the configuration, as it is.</summary>
    internal string? Snippet { get; init; }

    internal required Severity Severity { get; init; }

    internal required string Consequence { get; init; }

    internal required string Advice { get; init; }
}
