namespace Orchestrator.Simulation.Play;

/// <summary>A scenario cannot be read. One problem for each mistake, each with its place.</summary>
public sealed class ScenarioException(IReadOnlyList<ScenarioProblem> problems) : Exception($"{problems.Count} mistakes in a scenario")
{
    /// <summary>The mistakes, in the order of the file.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; } = problems;
}

/// <summary>A mistake in a scenario.</summary>
public sealed record ScenarioProblem(string File, long Line, long Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
