using System.Collections.Immutable;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of a Network Load Balancer: a port, a protocol, and where connections go.</summary>
public sealed record NetworkListenerProps : IUsesCertificates
{
    /// <summary>The port, 1 to 65535. Each port of a load balancer has one listener.</summary>
    public required Value<int> Port { get; init; }

    /// <summary>The protocol.</summary>
    [Enforces("TG037")]
    public required Value<NetworkProtocol> Protocol { get; init; }

    /// <summary>The target group that connections go to; either it, or <see cref="WeightedForward"/>.</summary>
    public ITargetGroup? Forward { get; init; }

    /// <summary>Several target groups that connections are divided among by weight, without a stickiness of its own.</summary>
    public WeightedForwardProps? WeightedForward { get; init; }

    /// <summary>The certificate that clients get unless they ask for another; for TLS, and only there.</summary>
    public ICertificate? Certificate { get; init; }

    /// <summary>Certificates for other names (SNI), by the names that they are known by; for TLS. None unless set.</summary>
    public IReadOnlyDictionary<string, ICertificate> AdditionalCertificates { get; init; } = ImmutableDictionary<string, ICertificate>.Empty;

    /// <summary>The TLS versions and ciphers; for TLS. <c>ELBSecurityPolicy-TLS13-1-2-Res-2021-06</c> (TLS 1.2 and 1.3) unless set.</summary>
    public Value<string>? SslPolicy { get; init; }

    /// <summary>Which application protocol is agreed on during the handshake; for TLS. None unless set.</summary>
    [Enforces("NLB025")]
    public Value<AlpnPolicy>? AlpnPolicy { get; init; }

    /// <summary>Seconds after which an idle connection is closed, 60 to 6000; for TCP. 350 unless set.</summary>
    public Value<int>? TcpIdleTimeoutSeconds { get; init; }

    /// <summary>Tags of the listener.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<(string Property, ICertificate Certificate)> IUsesCertificates.Certificates => IUsesCertificates.Of(Certificate, AdditionalCertificates);

    /// <summary>The target groups that connections may go to, with where each is named.</summary>
    internal IEnumerable<(string Property, ITargetGroup TargetGroup)> Targets() => new ListenerAction { Forward = Forward, WeightedForward = WeightedForward }.Targets();
}
