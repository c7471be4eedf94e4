using System.Collections.Immutable;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>Takes part in Service Connect: as a client, and with the ports that are named here.</summary>
public sealed record ServiceConnectProps
{
    /// <summary>The Cloud Map namespace, by ARN. The cluster's unless set; one that is taken out stays until another is written.</summary>
    public Value<string>? NamespaceArn { get; init; }

    /// <summary>What others reach, by the names that the task definition gives the ports. Nothing unless set: then the service is a client only.</summary>
    public IReadOnlyDictionary<string, ServiceConnectServiceProps> Services { get; init; } = ImmutableDictionary<string, ServiceConnectServiceProps>.Empty;

    /// <summary>Where the proxy's output goes. Nowhere unless set.</summary>
    public LogConfigurationProps? Log { get; init; }
}
