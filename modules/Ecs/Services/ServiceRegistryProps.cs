using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>A Cloud Map service that the tasks register in.</summary>
public sealed record ServiceRegistryProps
{
    /// <summary>The ARN of the Cloud Map service.</summary>
    public required Value<string> RegistryArn { get; init; }

    /// <summary>The container, for SRV records of a port that is chosen when the task starts.</summary>
    public Value<string>? Container { get; init; }

    /// <summary>Its port.</summary>
    public Value<int>? ContainerPort { get; init; }

    /// <summary>The port, for SRV records of a fixed one.</summary>
    public Value<int>? Port { get; init; }
}
