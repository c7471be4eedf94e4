namespace Orchestrator.Lambda.Run;

/// <summary>A run failed, or what an invocation asks for is not clear: the invocation fails too, so that its alarm rings.</summary>
internal sealed class SyncFailedException(string message) : Exception(message);
