using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>A named port that other services reach over Service Connect.</summary>
public sealed record ServiceConnectServiceProps
{
    /// <summary>What Cloud Map calls it. The port's name unless set.</summary>
    public Value<string>? DiscoveryName { get; init; }

    /// <summary>The port that clients connect to. Clients cannot, unless set.</summary>
    public Value<int>? ClientPort { get; init; }

    /// <summary>The name that clients connect to. Unless set, the discovery name, a dot and the namespace; one that is taken out stays until another is written.</summary>
    public Value<string>? ClientDnsName { get; init; }

    /// <summary>The port that Service Connect's proxy listens on. A free one unless set.</summary>
    public Value<int>? IngressPort { get; init; }

    /// <summary>Seconds after which an idle connection is closed; 0 for never. Service Connect's own unless set.</summary>
    public Value<int>? IdleTimeoutSeconds { get; init; }

    /// <summary>Seconds that a request may take; 0 for any number. Service Connect's own unless set.</summary>
    public Value<int>? PerRequestTimeoutSeconds { get; init; }
}
