namespace Orchestrator.Modules.State;

/// <summary>Where a state is, so that two can be compared.</summary>
public static class StateLocation
{
    /// <summary>The state's place in words; null where it is not known, or is the stack's own in any case.</summary>
    /// <param name="backend">The backend, its placeholders replaced.</param>
    /// <param name="stack">The stack's name.</param>
    public static string? Of(BackendProps backend, string stack) => backend switch
    {
        { S3: { } s3 } => s3.Bucket.TryGetLiteral(out var bucket) && s3.Key is { } key && key.TryGetLiteral(out var literal) ? $"s3://{bucket}/{literal}" : null,
        { Local.Path: { } path } => Path.GetFullPath(path, $"/stacks/{stack}"),
        _ => null,
    };
}
