using System.Net;

namespace Orchestrator.Lambda.State;

/// <summary>What one run leaves for the next: an object in S3 for each load balancer, target group and port.</summary>
internal sealed record SyncState
{
    /// <summary>What <see cref="Schema"/> says.</summary>
    internal const string SchemaName = "static-ip-sync";

    /// <summary>What <see cref="Version"/> says.</summary>
    internal const int CurrentVersion = 2;

    /// <summary>The oldest version that is read: what later ones have added is left out in it.</summary>
    internal const int OldestVersion = 1;

    /// <summary>Tells these objects from others.</summary>
    public required string Schema { get; init; }

    /// <summary>The version of the format. An object of a version that is not known is not read, and not overwritten.</summary>
    public required int Version { get; init; }

    /// <summary>The load balancer's DNS name, as it is configured.</summary>
    public required string LoadBalancer { get; init; }

    /// <summary>The target group's ARN.</summary>
    public required string TargetGroup { get; init; }

    /// <summary>The targets' port.</summary>
    public required int Port { get; init; }

    /// <summary>The addresses of the last observation, in order; none before the first.</summary>
    public required IReadOnlyList<IPAddress> Addresses { get; init; }

    /// <summary>Since when an observation has had these addresses.</summary>
    public DateTimeOffset? AddressesSince { get; init; }

    /// <summary>The targets that this installation has registered, has found in the DNS, or has taken over, in order. No other is ever removed.</summary>
    public required IReadOnlyList<OwnedTarget> Owned { get; init; }

    /// <summary>How far the group may shrink; null while nothing is missing from the DNS.</summary>
    public Decline? Decline { get; init; }

    /// <summary>What a run set out to change; null once its result is known.</summary>
    public Intent? Intent { get; init; }

    /// <summary>When a run last set out to remove something without having told its result: no other removes anything for as long as it may take.</summary>
    public DateTimeOffset? RemovingSince { get; init; }

    /// <summary>The state before the first run.</summary>
    internal static SyncState Empty(StateKey key) => new()
    {
        Schema = SchemaName,
        Version = CurrentVersion,
        LoadBalancer = key.LoadBalancer,
        TargetGroup = key.TargetGroup,
        Port = key.Port,
        Addresses = [],
        Owned = [],
    };
}
