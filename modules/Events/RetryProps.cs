using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What happens to a task that cannot be started.</summary>
public sealed record RetryProps
{
    /// <summary>How often it is tried again, 0 to 185. 10 unless set.</summary>
    public Value<int> MaximumAttempts { get; init; } = 10;

    /// <summary>Seconds after which it is no longer tried, 60 to 86,400. 3600 unless set.</summary>
    public Value<int> MaximumAgeSeconds { get; init; } = 3600;
}
