using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Findings;

/// <summary>What a rule says of a resource, as it may be shown.</summary>
public sealed record Finding
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>What it asks of the reader: the most that it or what is folded under it asks.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it happens, or the plan does not say.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The resource's address; <c>plan</c> for the plan as a whole.</summary>
    public required string Address { get; init; }

    /// <summary>The attribute's path; empty where it is about the resource as a whole.</summary>
    public required string Attribute { get; init; }

    /// <summary>The value before; null where it is about no value.</summary>
    public string? Before { get; init; }

    /// <summary>The value after.</summary>
    public string? After { get; init; }

    /// <summary>What happens when the plan is applied.</summary>
    public required string Consequence { get; init; }

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }

    /// <summary>What to write into the configuration, as it is: <c>moved</c> blocks. Null where there is nothing of the kind.</summary>
    public string? Snippet { get; init; }

    /// <summary>What an acknowledgement names: it changes with rule, address, attribute and the value after.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What follows from it: findings of resources that are replaced only because this one is.</summary>
    public IReadOnlyList<FoldedFinding> Folded { get; init; } = [];

    /// <summary>Who answers for it; null where nobody does.</summary>
    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>Whether the apply must wait for somebody to answer for it.</summary>
    public bool Blocks => Severity >= Severity.High && Acknowledgement is null;
}

/// <summary>A finding that follows from another.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Address">The resource's address.</param>
/// <param name="Consequence">What happens when the plan is applied.</param>
public sealed record FoldedFinding(string Rule, string Address, string Consequence);
