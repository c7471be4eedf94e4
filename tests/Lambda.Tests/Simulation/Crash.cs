namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>The process ends here.</summary>
internal sealed class Crash : Exception;
