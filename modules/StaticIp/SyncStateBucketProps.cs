using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The bucket in which the function remembers what it has registered.</summary>
public sealed record SyncStateBucketProps
{
    /// <summary>
    /// The name of a bucket that exists, for example that of a function which is taken over. Unless set, one is made: versioned, encrypted, closed to
    /// the public and to connections without TLS.
    /// </summary>
    public Value<string>? ExistingName { get; init; }

    /// <summary>The KMS key that encrypts the objects; the function may use it. S3's own unless set.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>Days that an old version of an object is kept in the bucket that is made, 1 or more. 30 unless set.</summary>
    public Value<int> NoncurrentVersionDays { get; init; } = 30;

    /// <summary>Whether the bucket that is made can be deleted with objects in it. It cannot unless set.</summary>
    public Value<bool> ForceDestroy { get; init; } = false;
}
