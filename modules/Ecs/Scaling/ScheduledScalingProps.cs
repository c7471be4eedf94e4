using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>Changes the limits of the number of tasks at certain times.</summary>
public sealed record ScheduledScalingProps
{
    /// <summary>When: <c>cron(0 8 * * ? *)</c>, <c>rate(1 day)</c> or <c>at(2030-01-01T08:00:00)</c>.</summary>
    public required Value<string> Schedule { get; init; }

    /// <summary>The time zone, <c>Europe/Berlin</c>. UTC unless set.</summary>
    public Value<string>? Timezone { get; init; }

    /// <summary>The fewest tasks from then on. As before unless set.</summary>
    public Value<int>? MinCapacity { get; init; }

    /// <summary>The most tasks from then on. As before unless set.</summary>
    public Value<int>? MaxCapacity { get; init; }
}
