namespace Orchestrator.Lambda.State;

/// <summary>There may be a state, but it cannot be read: what is owned is not known. The message says why.</summary>
internal sealed class UnreadableStateException(string message) : Exception(message);
