using System.Net;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>All that a decision is made from.</summary>
/// <param name="Observation">What the DNS says.</param>
/// <param name="Registered">What the target group lists.</param>
/// <param name="State">What earlier runs have left; null where that cannot be read, so that nobody knows what is owned.</param>
/// <param name="Now">The time.</param>
/// <param name="Settings">The settings.</param>
internal sealed record Situation(Observation Observation, IReadOnlyList<RegisteredTarget> Registered, SyncState? State, DateTimeOffset Now, DecisionSettings Settings)
{
    /// <summary>Addresses that earlier runs have seen since the state was written, and when each was last.</summary>
    internal required IReadOnlyDictionary<IPAddress, DateTimeOffset> Unrecorded { get; init; }

    /// <summary>Addresses that earlier runs own, and that the state does not have.</summary>
    internal required IReadOnlySet<IPAddress> OwnedBesides { get; init; }

    /// <summary>The last observation before this one that proved what is missing and is in the state; null where that is not known.</summary>
    internal DateTimeOffset? RecordedBefore { get; init; }

    /// <summary>The first of the runs up to this one of which it is known that none is missing between them.</summary>
    internal required DateTimeOffset LookingSince { get; init; }
}
