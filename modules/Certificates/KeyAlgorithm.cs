using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Certificates;

/// <summary>The kind of a certificate's key pair: those that ACM issues public certificates for.</summary>
public enum KeyAlgorithm
{
    /// <summary>RSA with 2048 bits.</summary>
    [JsonStringEnumMemberName("RSA_2048")]
    Rsa2048,

    /// <summary>An elliptic curve with 256 bits: P-256.</summary>
    [JsonStringEnumMemberName("EC_prime256v1")]
    EcPrime256v1,

    /// <summary>An elliptic curve with 384 bits: P-384.</summary>
    [JsonStringEnumMemberName("EC_secp384r1")]
    EcSecp384r1,
}
