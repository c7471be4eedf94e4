using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>
/// A health check of Route 53, which decides whether records that name it are given to clients. It comes from the internet: what only a
/// VPC reaches is watched by an alarm.
/// </summary>
public sealed record DnsHealthCheckProps : IProps
{
    /// <summary>What it looks at. A change replaces it.</summary>
    public required Value<DnsHealthCheckType> Type { get; init; }

    /// <summary>The domain name that is asked, or that the Host header names where there is an address too.</summary>
    public Value<string>? DomainName { get; init; }

    /// <summary>The public address that is asked. What the domain name stands for unless set.</summary>
    public Value<string>? IpAddress { get; init; }

    /// <summary>The port, 1 to 65535. 80 for HTTP and 443 for HTTPS unless set.</summary>
    public Value<int>? Port { get; init; }

    /// <summary>The path with its query, at most 255 characters. <c>/</c> unless set. HTTP and HTTPS only.</summary>
    public Value<string>? Path { get; init; }

    /// <summary>The text that the answer must contain, 1 to 255 characters. HTTP_STR_MATCH and HTTPS_STR_MATCH only.</summary>
    public Value<string>? SearchString { get; init; }

    /// <summary>Seconds between two checks, 10 or 30. 30 unless set. A change replaces it.</summary>
    public Value<int>? IntervalSeconds { get; init; }

    /// <summary>How many checks in a row change its status, 1 to 10. 3 unless set.</summary>
    public Value<int>? FailureThreshold { get; init; }

    /// <summary>Whether latencies are measured and shown. They are not unless set. A change replaces it.</summary>
    public Value<bool>? MeasureLatency { get; init; }

    /// <summary>Whether the domain name is sent in the TLS handshake. It is unless set. HTTPS only.</summary>
    public Value<bool>? EnableSni { get; init; }

    /// <summary>The regions that it comes from, three or more. All of AWS's recommended ones unless set.</summary>
    public ValueList<string> Regions { get; init; } = [];

    /// <summary>The health checks that count, at most 256. CALCULATED only.</summary>
    public IReadOnlyList<IDnsHealthCheck> Children { get; init; } = [];

    /// <summary>How many of them must be healthy, 0 to 256. CALCULATED only, and needed there.</summary>
    public Value<int>? ChildThreshold { get; init; }

    /// <summary>The alarm's name. CLOUDWATCH_METRIC only.</summary>
    public Value<string>? AlarmName { get; init; }

    /// <summary>The alarm's region. CLOUDWATCH_METRIC only.</summary>
    public Value<string>? AlarmRegion { get; init; }

    /// <summary>What it says while the alarm has too little data. AWS's default, LastKnownStatus, unless set. CLOUDWATCH_METRIC only.</summary>
    public Value<InsufficientDataStatus>? InsufficientDataStatus { get; init; }

    /// <summary>The routing control's ARN. RECOVERY_CONTROL only. A change replaces it.</summary>
    public Value<string>? RoutingControlArn { get; init; }

    /// <summary>Whether healthy counts as unhealthy and the reverse. It does not unless set.</summary>
    public Value<bool>? Invert { get; init; }

    /// <summary>Whether checking stops, and it counts as healthy. It does not unless set.</summary>
    public Value<bool>? Disabled { get; init; }

    /// <summary>Tags of the health check, beside <c>Name</c>, which is its own name unless set here.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether it asks an endpoint by itself, rather than looking at other checks, an alarm or a routing control.</summary>
    internal bool AsksAnEndpoint => Type.TryGetLiteral(out var type) && type is DnsHealthCheckType.Http or DnsHealthCheckType.Https or DnsHealthCheckType.HttpStrMatch or DnsHealthCheckType.HttpsStrMatch or DnsHealthCheckType.Tcp;
}
