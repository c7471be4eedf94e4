namespace Orchestrator.Modules.Adopting;

/// <summary>What was to be adopted cannot be read. The message goes on after the name of the file.</summary>
public sealed class UnreadableStateException(string message) : Exception(message);
