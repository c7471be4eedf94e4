namespace Orchestrator.Cli;

/// <summary>Something outside is not as it must be. The messages are for the user: what, and what to do, a line each.</summary>
internal sealed class Failure(params IReadOnlyList<string> messages) : Exception(string.Join("; ", messages))
{
    /// <summary>The messages.</summary>
    internal IReadOnlyList<string> Messages { get; } = messages;
}
