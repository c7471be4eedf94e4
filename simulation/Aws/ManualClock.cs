namespace Orchestrator.Simulation.Aws;

/// <summary>A clock that moves when a test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    internal static readonly DateTimeOffset Start = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);

    internal DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;

    internal void Advance(TimeSpan time) => Now += time;
}
