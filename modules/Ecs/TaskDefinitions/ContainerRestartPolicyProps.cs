using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Whether ECS restarts a container that ends, without replacing the task.</summary>
public sealed record ContainerRestartPolicyProps
{
    /// <summary>Whether it does. It does unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>Exit codes after which it does not. None unless set.</summary>
    public ValueList<int> IgnoredExitCodes { get; init; } = [];

    /// <summary>Seconds that the container must have run to be restarted, 60 to 1800. 300 unless set.</summary>
    public Value<int> RestartAttemptPeriodSeconds { get; init; } = 300;
}
