namespace Orchestrator.Simulation.Play;

/// <summary>A function that is invoked every minute.</summary>
internal interface IPlayer
{
    /// <summary>One invocation.</summary>
    /// <returns>What it did, or why not, in words; null where there was nothing to do.</returns>
    /// <exception cref="Aws.Crash">The process died.</exception>
    Task<string?> RunAsync();

    /// <summary>The next invocation is another process's.</summary>
    void Restart();

    /// <summary>The same function in another process.</summary>
    IPlayer Another();
}
