using System.Net;

namespace Orchestrator.Lambda.State;

/// <summary>Keeps the state of one load balancer, target group and port.</summary>
internal sealed class StateRepository(IObjectStore store, StateKey key)
{
    /// <summary>What earlier runs have left. Before the first run, what the Python function has left.</summary>
    /// <exception cref="UnreadableStateException">There is something that cannot be read, or there may be.</exception>
    internal async Task<Memory> RecallAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await store.GetAsync(key.ObjectKey, StateFormat.LongestObject, cancellationToken) is { } stored)
            {
                return new Memory(StateFormat.Read(stored.Content.Span, key), stored.Version, stored.Content, []);
            }
            var addresses = new HashSet<IPAddress>();
            foreach (var legacy in LegacyState.Keys(key.LoadBalancer))
            {
                if (await store.GetAsync(legacy, StateFormat.LongestObject, cancellationToken) is { } left)
                {
                    addresses.UnionWith(LegacyState.Read(legacy, left.Content));
                }
            }
            return new Memory(SyncState.Empty(key), Version: null, ReadOnlyMemory<byte>.Empty, [.. addresses]);
        }
        catch (ObjectStoreException exception)
        {
            throw new UnreadableStateException(exception.Message);
        }
    }

    /// <summary>Writes a state in the place of a version. Where that seems to have failed, it is read back: the first of several tries may have succeeded.</summary>
    /// <returns>The new version.</returns>
    /// <exception cref="ObjectConflictException">Another run has written meanwhile.</exception>
    /// <exception cref="ObjectStoreException">It was not written, or nobody knows.</exception>
    internal async Task<string> WriteAsync(SyncState state, string? version, CancellationToken cancellationToken)
    {
        var content = StateFormat.Write(state);
        try
        {
            return await store.PutAsync(key.ObjectKey, content, version, cancellationToken);
        }
        catch (ObjectConflictException)
        {
            var stored = await store.GetAsync(key.ObjectKey, StateFormat.LongestObject, cancellationToken);
            if (Holds(stored, content))
            {
                return stored!.Version;
            }
            if (stored?.Version == version)
            {
                throw new ObjectStoreException($"{key.ObjectKey} could not be written: S3 says that somebody has written it meanwhile, and nobody has");
            }
            throw;
        }
        catch (ObjectStoreException)
        {
            if (await TryGetAsync(cancellationToken) is { } stored && Holds(stored, content))
            {
                return stored.Version;
            }
            throw;
        }
    }

    private static bool Holds(StoredObject? stored, byte[] content) => stored is not null && stored.Content.Span.SequenceEqual(content);

    private async Task<StoredObject?> TryGetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.GetAsync(key.ObjectKey, StateFormat.LongestObject, cancellationToken);
        }
        catch (ObjectStoreException)
        {
            return null;
        }
    }
}
