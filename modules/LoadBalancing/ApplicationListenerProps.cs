using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of an Application Load Balancer: a port, a protocol, and what happens to requests.</summary>
public sealed record ApplicationListenerProps : IProps
{
    /// <summary>The port, 1 to 65535. Each port of a load balancer has one listener.</summary>
    public required Value<int> Port { get; init; }

    /// <summary>The protocol.</summary>
    public required Value<ApplicationProtocol> Protocol { get; init; }

    /// <summary>The certificate's ARN; for HTTPS, and only there.</summary>
    public Value<string>? CertificateArn { get; init; }

    /// <summary>The TLS versions and ciphers; for HTTPS. <c>ELBSecurityPolicy-TLS13-1-2-Res-2021-06</c> (TLS 1.2 and 1.3) unless set.</summary>
    public Value<string>? SslPolicy { get; init; }

    /// <summary>What happens to a request.</summary>
    public required ListenerAction DefaultAction { get; init; }

    /// <summary>Tags of the listener.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;
}
