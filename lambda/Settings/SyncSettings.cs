using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Settings;

/// <summary>What the environment variables say.</summary>
internal sealed record SyncSettings
{
    /// <summary>What is observed.</summary>
    internal required ResolveSettings Resolve { get; init; }

    /// <summary>The target groups, and the port for each.</summary>
    internal required IReadOnlyList<TargetPair> Pairs { get; init; }

    /// <summary>When something may be removed; the port is that of each pair.</summary>
    internal required DecisionSettings Decision { get; init; }

    /// <summary>Where the states are.</summary>
    internal required string Bucket { get; init; }

    /// <summary>When a target is said to be in all zones.</summary>
    internal required AvailabilityZones Zones { get; init; }

    /// <summary>Whether every run only tells what it would do.</summary>
    internal required bool IsDryRun { get; init; }

    /// <summary>Whether metrics are written.</summary>
    internal required bool WritesMetrics { get; init; }

    /// <summary>Whether the number of addresses is one of them.</summary>
    internal required bool WritesAddressCount { get; init; }
}
