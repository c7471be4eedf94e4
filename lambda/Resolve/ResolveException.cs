namespace Orchestrator.Lambda.Resolve;

/// <summary>There is no observation in this run. The message says why.</summary>
internal sealed class ResolveException(string message) : Exception(message)
{
    /// <summary>Whether no server said anything: others may be asked.</summary>
    internal bool IsSilence { get; init; }
}
