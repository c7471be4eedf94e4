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

    /// <summary>How far the group may shrink once the former are gone; null where nothing is missing.</summary>
    internal Decline? Decline { get; init; }

    /// <summary>The same once the latter are gone too.</summary>
    internal Decline? DeclineWithRoom { get; init; }
}
