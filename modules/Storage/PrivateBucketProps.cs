using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Storage;

/// <summary>A private bucket.</summary>
internal sealed record PrivateBucketProps
{
    /// <summary>What a generated name has behind the stack's.</summary>
    public required string Purpose { get; init; }

    /// <summary>A fixed name. A generated one unless set.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The KMS key that encrypts the objects. S3's own unless set.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>Whether old versions of objects are kept. They are unless set.</summary>
    public Value<bool> Versioning { get; init; } = true;

    /// <summary>Whether the bucket can be deleted with objects in it. It cannot unless set.</summary>
    public Value<bool> ForceDestroy { get; init; } = false;

    /// <summary>Its tags.</summary>
    public required IReadOnlyDictionary<string, Value<string>> Tags { get; init; }
}
