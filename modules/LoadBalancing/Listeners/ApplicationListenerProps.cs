using System.Collections.Immutable;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of an Application Load Balancer: a port, a protocol, and what happens to requests.</summary>
public sealed record ApplicationListenerProps : IUsesCertificates, INamesResources
{
    /// <summary>The port, 1 to 65535. Each port of a load balancer has one listener.</summary>
    public required Value<int> Port { get; init; }

    /// <summary>The protocol.</summary>
    public required Value<ApplicationProtocol> Protocol { get; init; }

    /// <summary>The certificate that clients get unless they ask for another; for HTTPS, and only there.</summary>
    public ICertificate? Certificate { get; init; }

    /// <summary>Certificates for other names (SNI), by the names that they are known by; for HTTPS. None unless set.</summary>
    public IReadOnlyDictionary<string, ICertificate> AdditionalCertificates { get; init; } = ImmutableDictionary<string, ICertificate>.Empty;

    /// <summary>The TLS versions and ciphers; for HTTPS. <c>ELBSecurityPolicy-TLS13-1-2-Res-2021-06</c> (TLS 1.2 and 1.3) unless set.</summary>
    public Value<string>? SslPolicy { get; init; }

    /// <summary>Whether clients show a certificate too (mTLS); for HTTPS. They do not unless set.</summary>
    public MutualAuthenticationProps? MutualAuthentication { get; init; }

    /// <summary>What happens to a request that no rule is for.</summary>
    public required ListenerAction DefaultAction { get; init; }

    /// <summary>Rules that are for some of the requests, by name. None unless set.</summary>
    public IReadOnlyDictionary<string, ApplicationListenerRuleProps> Rules { get; init; } = ImmutableDictionary<string, ApplicationListenerRuleProps>.Empty;

    /// <summary>Header fields that responses get or lose. As the targets send them unless set.</summary>
    public ResponseHeadersProps? ResponseHeaders { get; init; }

    /// <summary>Other names for the header fields that tell targets of TLS and of clients' certificates; for HTTPS. AWS's names unless set.</summary>
    public RequestHeaderNamesProps? RequestHeaderNames { get; init; }

    /// <summary>Tags of the listener.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<(string Property, ICertificate Certificate)> IUsesCertificates.Certificates => IUsesCertificates.Of(Certificate, AdditionalCertificates);

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) =>
        place.Declaration.Parent?.Props is ExistingApplicationLoadBalancerProps balancer ? [place.Fixed(AwsNames.ListenerPort, "port", Port.AsText(), balancer.Arn)] : [];
}
