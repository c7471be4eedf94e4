namespace Orchestrator.Cli.Bench;

/// <summary>Something measured that is compared with nothing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit; empty for a count.</param>
internal sealed record BenchmarkFigure(string Name, double Value, string Unit);
