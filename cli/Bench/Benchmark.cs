namespace Orchestrator.Cli.Bench;

/// <summary>A thing to measure, and what to measure it against in the same run.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Subject">What is measured.</param>
/// <param name="Baseline">What it is compared with.</param>
/// <param name="Prepare">Makes what the baseline needs, if it is not there.</param>
internal sealed record Benchmark(string Name, BenchmarkProcess Subject, BenchmarkProcess Baseline, Action Prepare)
{
    /// <summary>Other ways to the same, measured too.</summary>
    internal IReadOnlyList<BenchmarkProcess> Alternatives { get; init; } = [];
}

/// <summary>A process to measure.</summary>
/// <param name="Description">What it does.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record BenchmarkProcess(string Description, string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>What it exits with where it succeeds; 0 unless given.</summary>
    internal int ExitCode { get; init; }
}
