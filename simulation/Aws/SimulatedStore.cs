using System.Text;
using Orchestrator.Lambda.State;

namespace Orchestrator.Simulation.Aws;

/// <summary>A bucket in memory, with the conditions that S3 knows.</summary>
internal sealed class SimulatedStore(Calls calls) : IObjectStore
{
    private int _versions;

    internal Dictionary<string, StoredObject> Objects { get; } = [];

    internal void Put(string key, string content) => Objects[key] = new StoredObject(Encoding.UTF8.GetBytes(content), $"\"{++_versions}\"");

    public Task<StoredObject?> GetAsync(string key, int longest, CancellationToken cancellationToken) => calls.MakeAsync($"Get {key}", () =>
        Objects.GetValueOrDefault(key) is { } stored && stored.Content.Length > longest ? throw new ObjectStoreException($"{key} has {stored.Content.Length} bytes; no more than {longest} are read") : Objects.GetValueOrDefault(key));

    public Task<string> PutAsync(string key, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken) => calls.MakeAsync($"Put {key}", () =>
    {
        if (Objects.GetValueOrDefault(key)?.Version != version)
        {
            throw new ObjectConflictException(key);
        }
        Objects[key] = new StoredObject(content.ToArray(), $"\"{++_versions}\"");
        return Objects[key].Version;
    });
}
