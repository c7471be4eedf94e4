using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Names for the header fields in which a listener tells targets of TLS and of a client's certificate, each 1 to 40 letters, digits, hyphens
/// and underscores. AWS's name, <c>X-Amzn-…</c>, unless set. A name that is taken out stays as it was until AWS's is written, which the plan review
/// tells (PLAN37).
/// </summary>
public sealed record RequestHeaderNamesProps
{
    /// <summary>The certificate's serial number; <c>X-Amzn-Mtls-Clientcert-Serial-Number</c>.</summary>
    public Value<string>? ClientCertificateSerialNumber { get; init; }

    /// <summary>The certificate's issuer; <c>X-Amzn-Mtls-Clientcert-Issuer</c>.</summary>
    public Value<string>? ClientCertificateIssuer { get; init; }

    /// <summary>The certificate's subject; <c>X-Amzn-Mtls-Clientcert-Subject</c>.</summary>
    public Value<string>? ClientCertificateSubject { get; init; }

    /// <summary>The certificate's validity; <c>X-Amzn-Mtls-Clientcert-Validity</c>.</summary>
    public Value<string>? ClientCertificateValidity { get; init; }

    /// <summary>The leaf certificate; <c>X-Amzn-Mtls-Clientcert-Leaf</c>.</summary>
    public Value<string>? ClientCertificateLeaf { get; init; }

    /// <summary>The whole chain; <c>X-Amzn-Mtls-Clientcert</c>.</summary>
    public Value<string>? ClientCertificate { get; init; }

    /// <summary>The TLS version; <c>X-Amzn-Tls-Version</c>.</summary>
    public Value<string>? TlsVersion { get; init; }

    /// <summary>The cipher; <c>X-Amzn-Tls-Cipher-Suite</c>.</summary>
    public Value<string>? TlsCipherSuite { get; init; }

    /// <summary>The names that are set, by their properties.</summary>
    internal IEnumerable<(string Property, Value<string> Name)> All() => new[]
    {
        ("clientCertificateSerialNumber", ClientCertificateSerialNumber), ("clientCertificateIssuer", ClientCertificateIssuer),
        ("clientCertificateSubject", ClientCertificateSubject), ("clientCertificateValidity", ClientCertificateValidity),
        ("clientCertificateLeaf", ClientCertificateLeaf), ("clientCertificate", ClientCertificate),
        ("tlsVersion", TlsVersion), ("tlsCipherSuite", TlsCipherSuite),
    }.Where(entry => entry.Item2 is not null).Select(entry => (entry.Item1, entry.Item2!));
}
