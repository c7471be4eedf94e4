using Orchestrator.Lambda.State;

namespace Orchestrator.Lambda.Decide;

/// <summary>When something may be removed.</summary>
internal sealed record DecisionSettings
{
    /// <summary>A smaller group is reckoned as one of so many, or its share would be less than a target.</summary>
    private const int SmallestGroup = 8;

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

    /// <summary>How long a healthy target that the DNS no longer names waits for healthy successors.</summary>
    internal TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The time that the two limits are of.</summary>
    internal TimeSpan RemovalWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>By how many healthy targets the group may shrink in the window.</summary>
    internal int MostRemovals { get; init; } = 20;

    /// <summary>By which share of its healthy targets the group may shrink in the window, in percent.</summary>
    internal int LargestRemovalPercent { get; init; } = 50;

    /// <summary>Whether something has been missing for long enough, in enough runs.</summary>
    internal bool IsGone(Absence missing, DateTimeOffset now) => missing.Runs >= RunsBeforeRemoval && now - missing.Since >= Grace;

    /// <summary>How long to wait from one removal that makes the group smaller to the next: the limits, spread evenly over the window.</summary>
    /// <param name="serving">How many healthy targets there are.</param>
    internal TimeSpan Pace(int serving) => RemovalWindow / Math.Min(MostRemovals, LargestRemovalPercent / 100.0 * Math.Max(serving, SmallestGroup));
}
