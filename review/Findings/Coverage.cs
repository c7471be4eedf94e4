namespace Orchestrator.Review.Findings;

/// <summary>What a review could look at: a plan without a finding is only as good as that.</summary>
/// <param name="WithRules">How many of the changed resources are of types that rules look at.</param>
/// <param name="Without">The other types, with how many changed resources they have, the most first.</param>
/// <param name="Referring">Resources of those types that refer to a load balancer, one of its parts, a security group or a zone, by address.</param>
public sealed record Coverage(int WithRules, IReadOnlyList<TypeCount> Without, IReadOnlyList<string> Referring)
{
    /// <summary>How many resources change.</summary>
    public int Changed => WithRules + Without.Sum(type => type.Count);
}

/// <summary>How often a type occurs.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">How often.</param>
public sealed record TypeCount(string Type, int Count);
