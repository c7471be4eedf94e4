namespace Orchestrator.Lambda.Act;

/// <summary>The end of a run. Changing things stops early enough to save what was changed.</summary>
internal sealed class Deadline : IDisposable
{
    /// <summary>What is kept back for saving.</summary>
    internal static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _end;
    private readonly CancellationTokenSource _acting;
    private readonly CancellationTokenSource _saving;

    /// <summary>A deadline some time from now.</summary>
    internal Deadline(TimeSpan remaining, TimeProvider clock)
    {
        _clock = clock;
        _end = clock.GetUtcNow() + remaining;
        _acting = new CancellationTokenSource(Positive(remaining - Reserve), clock);
        _saving = new CancellationTokenSource(Positive(remaining - (Reserve / 5)), clock);
    }

    /// <summary>Whether there is time for a change and for saving it.</summary>
    internal bool AllowsChange => _end - _clock.GetUtcNow() >= 2 * Reserve;

    /// <summary>Cancelled when it is time to save.</summary>
    internal CancellationToken Acting => _acting.Token;

    /// <summary>Cancelled at the end.</summary>
    internal CancellationToken Saving => _saving.Token;

    public void Dispose()
    {
        _acting.Dispose();
        _saving.Dispose();
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
