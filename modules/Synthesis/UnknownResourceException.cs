namespace Orchestrator.Modules.Synthesis;

/// <summary>An override is of a resource that no stack of the manifest makes. The message says where it stands, and what was meant perhaps.</summary>
public sealed class UnknownResourceException(string message) : Exception(message);
