using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>Which of the targets that are due go.</summary>
internal sealed record Removals
{
    /// <summary>Those that go, in order.</summary>
    internal IReadOnlyList<Target> Now { get; init; } = [];

    /// <summary>Those that may go besides, one for each registration that a full group would else refuse, in order.</summary>
    internal IReadOnlyList<Target> Room { get; init; } = [];

    /// <summary>Which targets take the places of those that go.</summary>
    internal IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>Why others stay; null where none does.</summary>
    internal Refusal? Refusal { get; init; }

    /// <summary>How far the group may shrink before any of them goes; null where nothing is missing.</summary>
    internal Decline? Decline { get; init; }

    /// <summary>The same once one of them is gone, and all that go before it; without those whose going changes nothing in it.</summary>
    internal IReadOnlyDictionary<Target, Decline> DeclineAfter { get; init; } = new Dictionary<Target, Decline>();

    /// <summary>How far the group may shrink once some of them are gone, in order.</summary>
    internal Decline? After(IEnumerable<Target> gone) => gone.Aggregate(Decline, (decline, target) => DeclineAfter.GetValueOrDefault(target, decline!));
}
