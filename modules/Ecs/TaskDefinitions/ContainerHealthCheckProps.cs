using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>How ECS knows that a container works, beside that its process runs.</summary>
public sealed record ContainerHealthCheckProps
{
    /// <summary>The command, after <c>CMD</c> (as it stands) or <c>CMD-SHELL</c> (one string for the container's shell). Exit code 0 is healthy.</summary>
    public required ValueList<string> Command { get; init; }

    /// <summary>Seconds between two checks, 5 to 300. 30 unless set.</summary>
    public Value<int> IntervalSeconds { get; init; } = 30;

    /// <summary>Seconds until a check counts as failed, 2 to 60. 5 unless set.</summary>
    public Value<int> TimeoutSeconds { get; init; } = 5;

    /// <summary>How many failures in a row make the container unhealthy, 1 to 10. 3 unless set.</summary>
    public Value<int> Retries { get; init; } = 3;

    /// <summary>Seconds in which failures do not count, 0 to 300. None unless set.</summary>
    public Value<int>? StartPeriodSeconds { get; init; }
}
