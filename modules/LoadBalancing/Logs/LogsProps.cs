using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Logs that a load balancer writes to an S3 bucket.</summary>
public sealed record LogsProps
{
    /// <summary>The bucket: one of this app's, or an existing one in the same region, encrypted with S3's own keys, its policy in place.</summary>
    public required ILogBucket Bucket { get; init; }

    /// <summary>The prefix of the objects' keys, without "AWSLogs". None unless set.</summary>
    public Value<string>? Prefix { get; init; }

    /// <summary>Whether logs are written. They are unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;
}
