using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer with its listeners.</summary>
public sealed record ApplicationLoadBalancerProps : ILoadBalancerProps, INamesResources
{
    /// <summary>The name, at most 32 letters, digits and hyphens. <c>STACK-NAME</c> unless set, cut to that. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Whether it has private addresses only. A change replaces it.</summary>
    public required Value<bool> Internal { get; init; }

    /// <summary>Its subnets: two or more, each in an Availability Zone of its own; public ones unless it is internal.</summary>
    public required IReadOnlyList<ISubnet> Subnets { get; init; }

    /// <summary>Its security groups, one to five.</summary>
    public required IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; }

    /// <summary>The address families. IPv4 unless set.</summary>
    [Enforces("ALB012")]
    public Value<IpAddressType> IpAddressType { get; init; } = LoadBalancing.IpAddressType.Ipv4;

    /// <summary>Seconds after which an idle connection is closed, 1 to 4000. 60 unless set.</summary>
    public Value<int> IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>Seconds that a client's connection is kept at the most, 60 to 604,800 (7 days). 3600 unless set.</summary>
    public Value<int> ClientKeepAliveSeconds { get; init; } = 3600;

    /// <summary>What happens to requests that could smuggle another. Defensive unless set.</summary>
    [Enforces("ALB009")]
    public Value<DesyncMitigationMode> DesyncMitigationMode { get; init; } = LoadBalancing.DesyncMitigationMode.Defensive;

    /// <summary>What happens to the X-Forwarded-For header. The client's address is added unless set.</summary>
    [Enforces("ALB009")]
    public Value<XffHeaderProcessingMode> XffHeaderProcessingMode { get; init; } = LoadBalancing.XffHeaderProcessingMode.Append;

    /// <summary>Whether X-Forwarded-For carries the client's port too. It does not unless set.</summary>
    public Value<bool> XffClientPort { get; init; } = false;

    /// <summary>Whether header fields with illegal names are removed. They are unless set.</summary>
    public Value<bool> DropInvalidHeaderFields { get; init; } = true;

    /// <summary>Whether targets see the Host header as the client sent it. They see it with the listener's port added, unless set.</summary>
    public Value<bool> PreserveHostHeader { get; init; } = false;

    /// <summary>Whether targets are told the TLS version and cipher in headers. They are not unless set.</summary>
    public Value<bool> TlsVersionAndCipherSuiteHeaders { get; init; } = false;

    /// <summary>Whether clients may use HTTP/2. They may unless set.</summary>
    public Value<bool> Http2 { get; init; } = true;

    /// <summary>Whether requests pass when AWS WAF cannot be reached. They do not unless set.</summary>
    public Value<bool> WafFailOpen { get; init; } = false;

    /// <summary>Whether a zone can be taken out by a zonal shift. It cannot unless set.</summary>
    public Value<bool> ZonalShift { get; init; } = false;

    /// <summary>Whether AWS refuses to delete it. It does unless set.</summary>
    public Value<bool> DeletionProtection { get; init; } = true;

    /// <summary>Load balancer capacity units that are reserved, 100 or more. None unless set.</summary>
    public Value<int>? MinimumCapacityUnits { get; init; }

    /// <summary>A log of every request. None unless set.</summary>
    public LogsProps? AccessLogs { get; init; }

    /// <summary>A log of every connection. None unless set.</summary>
    public LogsProps? ConnectionLogs { get; init; }

    /// <summary>A log of every health check of a target, with the reason why one failed. None unless set.</summary>
    [Since("aws_lb.health_check_logs")]
    public LogsProps? HealthCheckLogs { get; init; }

    /// <summary>The AWS WAF web ACL that its requests pass, a regional one's ARN. None unless set.</summary>
    public Value<string>? WebAclArn { get; init; }

    /// <summary>Its listeners, by the names that they are known by. None unless set.</summary>
    public IReadOnlyDictionary<string, ApplicationListenerProps> Listeners { get; init; } = ImmutableDictionary<string, ApplicationListenerProps>.Empty;

    /// <summary>Tags of the load balancer.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Name(AwsNames.LoadBalancer, "name", Name)];
}
