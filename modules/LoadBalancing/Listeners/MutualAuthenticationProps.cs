using System.Text.Json.Serialization;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>How clients' certificates are treated.</summary>
public sealed record MutualAuthenticationProps
{
    /// <summary>Whether they are verified or passed on.</summary>
    [Enforces("LSN076")]
    public required Value<MutualAuthenticationMode> Mode { get; init; }

    /// <summary>The authorities that clients' certificates are verified against; for verify, and only there.</summary>
    public ITrustStore? TrustStore { get; init; }

    /// <summary>Whether a certificate that has expired is accepted; for verify. It is not unless set.</summary>
    public Value<bool>? IgnoreClientCertificateExpiry { get; init; }

    /// <summary>Whether clients are told which authorities are trusted; for verify. They are not unless set.</summary>
    public Value<bool>? AdvertiseTrustStoreCaNames { get; init; }
}

/// <summary>What is done with a client's certificate.</summary>
public enum MutualAuthenticationMode
{
    /// <summary>It is verified against a trust store; a connection without a valid one fails.</summary>
    [JsonStringEnumMemberName("verify")]
    Verify,

    /// <summary>It is passed to the targets in a header field, unverified.</summary>
    [JsonStringEnumMemberName("passthrough")]
    Passthrough,

    /// <summary>None is asked for.</summary>
    [JsonStringEnumMemberName("off")]
    Off,
}
