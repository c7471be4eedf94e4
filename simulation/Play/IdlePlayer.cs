namespace Orchestrator.Simulation.Play;

/// <summary>Does nothing: what the others are measured by.</summary>
internal sealed class IdlePlayer : IPlayer
{
    public Task<string?> RunAsync() => Task.FromResult<string?>(null);

    public void Restart()
    {
    }

    public IPlayer Another() => this;
}
