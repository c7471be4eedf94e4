namespace Orchestrator.Simulation.Aws;

/// <summary>The process ends here.</summary>
internal sealed class Crash : Exception;
