using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>A TCP port that clients connect to, and where its connections go.</summary>
public sealed record StaticIpPortProps
{
    /// <summary>The port that clients connect to, 1 to 65535.</summary>
    public required Value<int> Port { get; init; }

    /// <summary>The port of the Application Load Balancer's listener. The same unless set.</summary>
    public Value<int>? ApplicationPort { get; init; }

    /// <summary>
    /// Seconds after which an idle connection is closed, 60 to 6000; no fewer than the Application Load Balancer's idle timeout (SYNC163). 350
    /// unless set.
    /// </summary>
    public Value<int>? TcpIdleTimeoutSeconds { get; init; }

    /// <summary>
    /// How the Application Load Balancer is checked. Unless set, with albTarget a request for <c>/</c> in the listener's protocol (HTTPS where
    /// that is not known and the port is 443), answered by 200 to 399; with lambdaSync a connection.
    /// </summary>
    public HealthCheckProps HealthCheck { get; init; } = new();

    /// <summary>Seconds that an address which left has to finish, 0 to 3600; for lambdaSync. 300 unless set.</summary>
    public Value<int>? DeregistrationDelaySeconds { get; init; }

    /// <summary>Whether connections are cut when that delay is over; for lambdaSync. They are not unless set.</summary>
    public Value<bool>? ConnectionTermination { get; init; }

    /// <summary>Whether connections to an address that becomes unhealthy are cut; for lambdaSync. They are unless set.</summary>
    public Value<bool>? UnhealthyConnectionTermination { get; init; }

    /// <summary>How a client is kept with one address; for lambdaSync. It is not, unless set.</summary>
    public StickinessProps? Stickiness { get; init; }

    /// <summary>How few healthy addresses are too few; for lambdaSync. AWS's default unless set.</summary>
    public TargetGroupHealthProps? TargetGroupHealth { get; init; }

    /// <summary>The port of the Application Load Balancer's listener, the default included.</summary>
    internal Value<int> EffectiveApplicationPort => ApplicationPort.Or(Port);

    /// <summary>What a target group of type <c>alb</c> does not have, by the properties' names.</summary>
    internal IReadOnlyList<string> SyncAttributes =>
        [.. new (string Name, object? Value)[]
            {
                ("deregistrationDelaySeconds", DeregistrationDelaySeconds), ("connectionTermination", ConnectionTermination), ("unhealthyConnectionTermination", UnhealthyConnectionTermination),
                ("stickiness", Stickiness), ("targetGroupHealth", TargetGroupHealth),
            }
            .Where(attribute => attribute.Value is not null)
            .Select(attribute => attribute.Name)];
}
