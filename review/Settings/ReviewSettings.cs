using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Settings;

/// <summary>What a team says about the review of its plans.</summary>
public sealed record ReviewSettings
{
    /// <summary>Severities other than the rules' own, by rule.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>How severe it is that the plan does not say; medium unless given.</summary>
    public Severity CannotTell { get; init; } = Severity.Medium;

    /// <summary>The ports that may be open to the world; 80 and 443 unless given.</summary>
    public IReadOnlyList<int> WebPorts { get; init; } = [80, 443];

    /// <summary>The most resources that a plan may delete without a finding; 10 unless given.</summary>
    public int MostDeletes { get; init; } = 10;

    /// <summary>The AWS account that the plan must be for; not compared unless given.</summary>
    public string? Account { get; init; }

    /// <summary>The region that the plan must be for; not compared unless given.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the state holds something already; an empty one is then a finding. False unless given.</summary>
    public bool ExpectsState { get; init; }

    /// <summary>The outputs that other stacks read. Unless given, the plan does not say who reads a removed one.</summary>
    public IReadOnlyList<string>? OutputsReadElsewhere { get; init; }
}
