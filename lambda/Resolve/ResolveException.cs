namespace Orchestrator.Lambda.Resolve;

/// <summary>There is no observation in this run. The message says why.</summary>
internal sealed class ResolveException(string message) : Exception(message)
{
    /// <summary>Whether the servers themselves failed, refused or were silent: others may be asked.</summary>
    internal bool IsUnanswered { get; init; }
}
