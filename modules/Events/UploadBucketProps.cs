using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>The bucket of uploads.</summary>
public sealed record UploadBucketProps
{
    /// <summary>A fixed name. A generated one that begins with the stack's and its own, unless set.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The KMS key that encrypts the objects. S3's own unless set.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>Whether old versions of objects are kept. They are unless set.</summary>
    public Value<bool> Versioning { get; init; } = true;

    /// <summary>Whether the bucket can be deleted with objects in it. It cannot unless set.</summary>
    public Value<bool> ForceDestroy { get; init; } = false;
}
