using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>CloudWatch alarms that end a deployment.</summary>
public sealed record DeploymentAlarmsProps
{
    /// <summary>The alarms' names.</summary>
    public required ValueList<string> Names { get; init; }

    /// <summary>Whether they are looked at. They are unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>Whether the service goes back to what ran before. It does unless set.</summary>
    public Value<bool> Rollback { get; init; } = true;
}
