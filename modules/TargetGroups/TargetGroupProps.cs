using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target group: where a listener sends its requests or connections, and how it knows that they will be served.</summary>
public sealed record TargetGroupProps : INamesResources
{
    /// <summary>What the targets are. A change replaces the group.</summary>
    [Enforces("TG035")]
    public required Value<TargetType> TargetType { get; init; }

    /// <summary>The protocol to the targets. HTTP unless set; not for a Lambda function. A change replaces the group.</summary>
    [Enforces("TG037")]
    public Value<TargetGroupProtocol>? Protocol { get; init; }

    /// <summary>The port that targets serve on, 1 to 65535, unless a target has its own. Not for a Lambda function. A change replaces the group.</summary>
    public Value<int>? Port { get; init; }

    /// <summary>The version of HTTP, for HTTP and HTTPS. HTTP1 unless set. A change replaces the group.</summary>
    [Enforces("TG040")]
    public Value<ProtocolVersion>? ProtocolVersion { get; init; }

    /// <summary>The VPC of the targets. In a manifest, the network's. Left out for a Lambda function.</summary>
    [DefaultsTo("network.vpcId")]
    public Value<string>? VpcId { get; init; }

    /// <summary>
    /// A fixed name, at most 32 letters, digits and hyphens. Unless set, a name that begins with the stack's and the group's own and ends with what
    /// changes exactly when the group must be replaced, so that the replacement can exist beside it (TG034).
    /// </summary>
    public Value<string>? Name { get; init; }

    /// <summary>The family of the targets' addresses. IPv4 unless set. A change replaces the group.</summary>
    public Value<TargetGroupIpAddressType>? IpAddressType { get; init; }

    /// <summary>How targets are checked. AWS's defaults unless set.</summary>
    public HealthCheckProps HealthCheck { get; init; } = new();

    /// <summary>How a client is kept with one target. It is not, unless set.</summary>
    public StickinessProps? Stickiness { get; init; }

    /// <summary>Seconds that a deregistered target has to finish, 0 to 3600. 300 unless set. Not for a Lambda function.</summary>
    public Value<int>? DeregistrationDelaySeconds { get; init; }

    /// <summary>Seconds over which a new target's share grows, 30 to 900; 0, off, unless set. HTTP and HTTPS only.</summary>
    public Value<int>? SlowStartSeconds { get; init; }

    /// <summary>How a target is chosen. Each in turn unless set. HTTP and HTTPS only.</summary>
    public Value<LoadBalancingAlgorithm>? LoadBalancingAlgorithm { get; init; }

    /// <summary>Whether fewer requests go to targets that behave oddly. Needs the weighted random algorithm. Off unless set.</summary>
    public Value<bool>? AnomalyMitigation { get; init; }

    /// <summary>Whether targets in every zone are used. As the load balancer is set, unless set here.</summary>
    public Value<CrossZone>? CrossZone { get; init; }

    /// <summary>Whether targets see the client's address. On for instances and off for addresses unless set. TCP, TLS, UDP and TCP_UDP only; always on for the last two.</summary>
    public Value<bool>? PreserveClientIp { get; init; }

    /// <summary>Whether connections begin with a proxy protocol version 2 header. Off unless set. TCP, TLS, UDP and TCP_UDP only.</summary>
    public Value<bool>? ProxyProtocolV2 { get; init; }

    /// <summary>Whether connections to a deregistered target are cut when its delay is over. For UDP and TCP_UDP they are, else not, unless set. TCP, TLS, UDP and TCP_UDP only.</summary>
    public Value<bool>? ConnectionTermination { get; init; }

    /// <summary>Whether connections to a target that becomes unhealthy are cut. On unless set. TCP and TLS only.</summary>
    public Value<bool>? UnhealthyConnectionTermination { get; init; }

    /// <summary>Seconds that an unhealthy target has to finish, 0 to 360,000, where its connections are not cut. 0 unless set.</summary>
    public Value<int>? UnhealthyDrainingIntervalSeconds { get; init; }

    /// <summary>Whether a Lambda function gets and gives headers and query parameters as lists. Off unless set.</summary>
    public Value<bool>? LambdaMultiValueHeaders { get; init; }

    /// <summary>How few healthy targets are too few. AWS's default, none, unless set.</summary>
    public TargetGroupHealthProps? TargetGroupHealth { get; init; }

    /// <summary>
    /// Targets that are registered from the start, by name. None unless set: a service of ECS or an Auto Scaling group registers its own.
    /// </summary>
    public IReadOnlyDictionary<string, TargetProps> Targets { get; init; } = ImmutableDictionary<string, TargetProps>.Empty;

    /// <summary>
    /// Where the targets are that something else registers, on the group's port: its load balancers are let out to there. To the targets that are declared they are anyway. Nowhere
    /// else unless set (LB361).
    /// </summary>
    public TargetsElsewhereProps? TargetsElsewhere { get; init; }

    /// <summary>Tags of the group.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether its target is a Lambda function.</summary>
    internal Value<bool> IsLambda => TargetType.IsAnyOf(TargetGroups.TargetType.Lambda);

    /// <summary>Whether its target is an Application Load Balancer.</summary>
    internal Value<bool> IsAlb => TargetType.IsAnyOf(TargetGroups.TargetType.Alb);

    /// <summary>Whether it speaks HTTP or HTTPS to its targets.</summary>
    internal Value<bool> SpeaksHttp => EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Http, TargetGroupProtocol.Https);

    /// <summary>Whether it speaks gRPC to its targets.</summary>
    internal Value<bool> SpeaksGrpc => ProtocolVersion.IsAnyOf(TargetGroups.ProtocolVersion.Grpc);

    /// <summary>Whether an Application Load Balancer sends to instances or addresses in it.</summary>
    internal Value<bool> IsApplication => HasTargetAttributes & SpeaksHttp;

    /// <summary>Whether a Network Load Balancer sends to instances or addresses in it, which it checks by TCP unless told otherwise.</summary>
    internal Value<bool> IsNetwork => HasTargetAttributes & !SpeaksHttp;

    /// <summary>Whether its protocol is one of a Network Load Balancer's. Each is compared: Terraform looks for nothing, which a Lambda function's group has, in no list.</summary>
    internal Value<bool> HasNetworkProtocol => EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Tcp, TargetGroupProtocol.Tls) | HasDatagrams;

    /// <summary>Whether it carries UDP.</summary>
    internal Value<bool> HasDatagrams => EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Udp, TargetGroupProtocol.TcpUdp);

    /// <summary>The health check's interval, the default included.</summary>
    internal Value<int> EffectiveHealthCheckIntervalSeconds => HealthCheck.IntervalSeconds.Or(Value.When<int>(TargetType.IsAnyOf(TargetGroups.TargetType.Lambda), 35, 30)!);

    /// <summary>The health check's path, the default included; null for a TCP check.</summary>
    internal Value<string>? EffectiveHealthCheckPath => HealthCheck.Path.Or(Value.When<string>(IsCheckedByTcp, null, Value.When<string>(SpeaksGrpc, "/AWS.ALB/healthcheck", "/")));

    /// <summary>The health check's accepted codes, the default included; null for a TCP check.</summary>
    internal Value<string>? EffectiveMatcher => HealthCheck.Matcher.Or(Value.When(
        IsCheckedByTcp,
        null,
        Value.When(SpeaksGrpc, "12", Value.When<string>(HasNetworkProtocol, "200-399", "200"))));

    /// <summary>
    /// The health check's timeout, the default included (Elastic Load Balancing, health checks for Application and for Network Load Balancers): of the latter's,
    /// no more than the interval, which it may not exceed (TG047).
    /// </summary>
    internal Value<int> EffectiveHealthCheckTimeoutSeconds => HealthCheck.TimeoutSeconds.Or(Value.When(
        TargetType.IsAnyOf(TargetGroups.TargetType.Lambda),
        30,
        Value.When(HasNetworkProtocol, Value.Least(Value.When<int>(EffectiveHealthCheckProtocol.IsAnyOf(HealthCheckProtocol.Http), 6, 10)!, EffectiveHealthCheckIntervalSeconds), 5))!);

    /// <summary>The family of the targets' addresses, the default included; null for targets without.</summary>
    internal Value<TargetGroupIpAddressType>? EffectiveIpAddressType => IpAddressType.Or(Value.When<TargetGroupIpAddressType>(HasTargetAttributes, TargetGroupIpAddressType.Ipv4, null));

    /// <summary>How a target is chosen, the default included; null for what an Application Load Balancer does not choose from.</summary>
    internal Value<LoadBalancingAlgorithm>? EffectiveLoadBalancingAlgorithm => LoadBalancingAlgorithm.Or(Value.When<LoadBalancingAlgorithm>(IsApplication, TargetGroups.LoadBalancingAlgorithm.RoundRobin, null));

    /// <summary>The same for anomaly mitigation.</summary>
    internal Value<bool>? EffectiveAnomalyMitigation => AnomalyMitigation.Or(Value.When<bool>(IsApplication, false, null));

    /// <summary>Whether targets in every zone are used, the default included; null for what has no such attribute.</summary>
    internal Value<CrossZone>? EffectiveCrossZone => CrossZone.Or(Value.When<CrossZone>(HasTargetAttributes, TargetGroups.CrossZone.LoadBalancer, null));

    /// <summary>Whether targets see the client's address, the default included; null where nobody can choose.</summary>
    internal Value<bool>? EffectivePreserveClientIp => PreserveClientIp.Or(Value.When(CanCutUnhealthyConnections, TargetType.IsAnyOf(TargetGroups.TargetType.Instance), null));

    /// <summary>Whether connections to a deregistered target are cut, the default included; null for what has no such attribute.</summary>
    internal Value<bool>? EffectiveConnectionTermination => ConnectionTermination.Or(Value.When(
        HasTargetAttributes & HasNetworkProtocol,
        HasDatagrams,
        null));

    /// <summary>By what a client is recognised, also where it is not kept.</summary>
    internal Value<StickinessType> EffectiveStickinessType => Value.When(Presence.Of(Stickiness), Stickiness?.Type, Value.When<StickinessType>(SpeaksHttp, StickinessType.LoadBalancerCookie, StickinessType.SourceIp))!;

    /// <summary>Whether a client is kept with one target.</summary>
    internal Value<bool> EffectiveStickinessEnabled => Value.When(Presence.Of(Stickiness), Stickiness?.Enabled, false)!;

    /// <summary>Whether the group can keep a client with one target (TG056).</summary>
    internal Value<bool> CanBeSticky => HasTargetAttributes & !EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Tls);

    /// <summary>Whether connections to unhealthy targets can be cut, or client addresses be hidden: both for TCP and TLS only.</summary>
    internal Value<bool> CanCutUnhealthyConnections => HasTargetAttributes & EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Tcp, TargetGroupProtocol.Tls);

    /// <summary>Whether the group has the attributes of instances and addresses, which others are without.</summary>
    internal Value<bool> HasTargetAttributes => TargetType.IsAnyOf(TargetGroups.TargetType.Instance, TargetGroups.TargetType.Ip);

    /// <summary>The health check's protocol, the default included.</summary>
    internal Value<HealthCheckProtocol> EffectiveHealthCheckProtocol => HealthCheck.Protocol.Or(DefaultHealthCheckProtocol);

    /// <summary>The health check's protocol where it is not set.</summary>
    internal Value<HealthCheckProtocol> DefaultHealthCheckProtocol => Value.When<HealthCheckProtocol>(
        !TargetType.IsAnyOf(TargetGroups.TargetType.Alb) & HasNetworkProtocol,
        HealthCheckProtocol.Tcp,
        HealthCheckProtocol.Http)!;

    /// <summary>The protocol to the targets, the default included; null for a Lambda function.</summary>
    internal Value<TargetGroupProtocol>? EffectiveProtocol => Protocol.Or(Value.When(
        TargetType.IsAnyOf(TargetGroups.TargetType.Lambda),
        null,
        Value.When<TargetGroupProtocol>(TargetType.IsAnyOf(TargetGroups.TargetType.Alb), TargetGroupProtocol.Tcp, TargetGroupProtocol.Http)));

    /// <summary>The version of HTTP, the default included; null for what does not speak HTTP.</summary>
    internal Value<ProtocolVersion>? EffectiveProtocolVersion => ProtocolVersion.Or(Value.When<ProtocolVersion>(
        EffectiveProtocol.IsAnyOf(TargetGroupProtocol.Http, TargetGroupProtocol.Https), TargetGroups.ProtocolVersion.Http1, null));

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Name(AwsNames.TargetGroup, "name", Name, stack => TargetGroupName.Of(this, stack, place.Own, place.Declaration.LogicalId, static text => text))];

    private Value<bool> IsCheckedByTcp => EffectiveHealthCheckProtocol.IsAnyOf(HealthCheckProtocol.Tcp);
}
