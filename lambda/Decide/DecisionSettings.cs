namespace Orchestrator.Lambda.Decide;

/// <summary>When something may be removed.</summary>
internal sealed record DecisionSettings
{
    /// <summary>The targets' port.</summary>
    internal required int Port { get; init; }

    /// <summary>In how many distinct observations an address must have been missing.</summary>
    internal int RunsBeforeRemoval { get; init; } = 3;

    /// <summary>For how long it must have been missing.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How often the function runs.</summary>
    internal TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between observations this far apart there may have been a run that saw an address and died before it could record it.</summary>
    internal TimeSpan Gap => 1.5 * Interval;

    /// <summary>How many targets that are in the DNS must be healthy.</summary>
    internal int Floor { get; init; } = 2;

    /// <summary>The most removals in one run. More are refused together.</summary>
    internal int MostRemovals { get; init; } = 20;

    /// <summary>The largest share of the registered targets that one run may remove, in percent. More are refused together.</summary>
    internal int LargestRemovalPercent { get; init; } = 50;
}
