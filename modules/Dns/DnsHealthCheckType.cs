using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Dns;

/// <summary>What a health check of Route 53 looks at.</summary>
public enum DnsHealthCheckType
{
    /// <summary>Whether an HTTP request is answered with a status from 200 to 399.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>The same over TLS.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,

    /// <summary>Whether the first 5,120 bytes of the answer contain a text.</summary>
    [JsonStringEnumMemberName("HTTP_STR_MATCH")]
    HttpStrMatch,

    /// <summary>The same over TLS.</summary>
    [JsonStringEnumMemberName("HTTPS_STR_MATCH")]
    HttpsStrMatch,

    /// <summary>Whether a TCP connection is accepted.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>How many of other health checks are healthy.</summary>
    [JsonStringEnumMemberName("CALCULATED")]
    Calculated,

    /// <summary>The state of a CloudWatch alarm.</summary>
    [JsonStringEnumMemberName("CLOUDWATCH_METRIC")]
    CloudwatchMetric,

    /// <summary>A routing control of Application Recovery Controller.</summary>
    [JsonStringEnumMemberName("RECOVERY_CONTROL")]
    RecoveryControl,
}
