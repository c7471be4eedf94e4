using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Where a container's output goes.</summary>
public sealed record LogConfigurationProps
{
    /// <summary>The log driver. awslogs unless set.</summary>
    public Value<LogDriver> LogDriver { get; init; } = TaskDefinitions.LogDriver.Awslogs;

    /// <summary>The driver's options. For awslogs the log group of the task, its region and the container's name as the prefix of its streams, unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Options { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Options whose value is a secret, by the secret's ARN. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> SecretOptions { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;
}
