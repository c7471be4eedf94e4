namespace Orchestrator.Modules.Findings;

/// <summary>A deviation that somebody has looked at and answers for.</summary>
public sealed record SuppressionProps
{
    /// <summary>The rule that is broken.</summary>
    public required string Rule { get; init; }

    /// <summary>What breaks it: a finding's path, or the beginning of one up to a dot or, in C#, a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Why that is right here.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it holds. From the next day on the finding is back.</summary>
    public required DateOnly Expires { get; init; }
}
