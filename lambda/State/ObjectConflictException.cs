namespace Orchestrator.Lambda.State;

/// <summary>Somebody else has written the object since it was read.</summary>
internal sealed class ObjectConflictException(string key) : Exception($"{key} was written by another run meanwhile");
