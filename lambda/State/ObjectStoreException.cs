namespace Orchestrator.Lambda.State;

/// <summary>The store did not answer, or refused. The message is for people.</summary>
internal sealed class ObjectStoreException(string message) : Exception(message);
