using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.State;

/// <summary>A stack beside the manifest's main one: it has a state, a plan and an apply of its own.</summary>
public sealed record StackProps : IProps
{
    /// <summary>
    /// What of the manifest is in it: whole sections, <c>certificates</c>, or single things, <c>records.shop</c>. A thing that is named is where it
    /// is named, whatever is said of its section.
    /// </summary>
    public required IReadOnlyList<string> Holds { get; init; }
}
