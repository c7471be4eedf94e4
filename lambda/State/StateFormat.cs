using System.Text.Json;

namespace Orchestrator.Lambda.State;

/// <summary>Reads and writes states.</summary>
internal static class StateFormat
{
    /// <summary>The longest object that is read; the state of a full target group has 150 kB.</summary>
    internal const int LongestObject = 1_048_576;

    internal static byte[] Write(SyncState state) => JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.SyncState);

    /// <summary>Reads a state.</summary>
    /// <exception cref="UnreadableStateException">It is none, or that of something else.</exception>
    internal static SyncState Read(ReadOnlySpan<byte> octets, StateKey key)
    {
        var state = Parse(octets, key);
        if (state.Schema != SyncState.SchemaName || state.Version is < SyncState.OldestVersion or > SyncState.CurrentVersion)
        {
            throw Unreadable(key, $"it is of schema \"{state.Schema}\", version {state.Version}, where \"{SyncState.SchemaName}\", version {SyncState.OldestVersion} to {SyncState.CurrentVersion} are expected");
        }
        if (state.LoadBalancer != key.LoadBalancer || state.TargetGroup != key.TargetGroup || state.Port != key.Port)
        {
            throw Unreadable(key, $"it is of {state.LoadBalancer}, {state.TargetGroup}, port {state.Port}");
        }
        if (state.Owned.Select(owned => owned.Address).Distinct().Count() != state.Owned.Count || state.Owned.Any(owned => owned.Missing is { Runs: < 1 }) || state.Decline is { Serving: < 0 })
        {
            throw Unreadable(key, "it owns a target twice, or one that has been missing in no run, or fewer than no targets are to remain");
        }
        return state;
    }

    private static SyncState Parse(ReadOnlySpan<byte> octets, StateKey key)
    {
        try
        {
            return JsonSerializer.Deserialize(octets, StateJson.Default.SyncState) ?? throw Unreadable(key, "it is null");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            throw Unreadable(key, exception.Message);
        }
    }

    private static UnreadableStateException Unreadable(StateKey key, string why) => new($"{key.ObjectKey} is not a state of this function: {why}");
}
