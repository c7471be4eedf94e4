namespace Orchestrator.Lambda.State;

/// <summary>Objects with versions, as in an S3 bucket.</summary>
internal interface IObjectStore
{
    /// <summary>An object; null where there certainly is none.</summary>
    /// <exception cref="ObjectStoreException">It could not be had, is longer than allowed, or it is not known whether there is one.</exception>
    Task<StoredObject?> GetAsync(string key, int longest, CancellationToken cancellationToken);

    /// <summary>Writes an object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">Its content.</param>
    /// <param name="version">The version that it replaces; null for one that must not exist yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="ObjectConflictException">It has another version by now. Nothing was written.</exception>
    /// <exception cref="ObjectStoreException">It may or may not have been written.</exception>
    Task<string> PutAsync(string key, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken);
}
