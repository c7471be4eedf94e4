namespace Orchestrator.Simulation.Play;

/// <summary>How algorithms are told.</summary>
internal static class AlgorithmNames
{
    /// <summary>An algorithm in words.</summary>
    internal static string Tell(Algorithm algorithm) => algorithm switch
    {
        Algorithm.Article => "the article's algorithm",
        Algorithm.Nothing => "doing nothing",
        _ => "the sync function",
    };
}
