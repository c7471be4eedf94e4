namespace Orchestrator.Lambda.State;

/// <summary>An object and its version.</summary>
internal sealed record StoredObject(ReadOnlyMemory<byte> Content, string Version);
