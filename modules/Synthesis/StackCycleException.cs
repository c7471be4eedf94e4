namespace Orchestrator.Modules.Synthesis;

/// <summary>Stacks of a manifest need each other in a circle. The message says by what.</summary>
public sealed class StackCycleException(string message) : Exception(message);
