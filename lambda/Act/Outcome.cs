using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Act;

/// <summary>What became of a plan.</summary>
internal sealed class Outcome
{
    /// <summary>What was registered.</summary>
    internal List<Target> Registered { get; } = [];

    /// <summary>What was removed.</summary>
    internal List<Target> Deregistered { get; } = [];

    /// <summary>What may have been removed: nobody knows whether the call succeeded.</summary>
    internal List<Target> Unanswered { get; } = [];

    /// <summary>What went wrong.</summary>
    internal List<string> Problems { get; } = [];

    /// <summary>What else is worth knowing.</summary>
    internal List<string> Notes { get; } = [];
}
