using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>Whether a deployment whose tasks do not start is given up.</summary>
public sealed record CircuitBreakerProps
{
    /// <summary>What a service has unless one is set.</summary>
    internal static CircuitBreakerProps Default { get; } = new();

    /// <summary>Whether it is. It is unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>Whether the service goes back to what ran before. It does unless set.</summary>
    public Value<bool> Rollback { get; init; } = true;
}
