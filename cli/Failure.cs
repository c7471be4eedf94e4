namespace Orchestrator.Cli;

/// <summary>Something outside is not as it must be. The message is for the user: what, and what to do.</summary>
internal sealed class Failure(string message) : Exception(message);
