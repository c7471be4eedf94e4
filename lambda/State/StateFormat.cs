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
            var hint = state.Schema == SyncState.SchemaName && state.Version > SyncState.CurrentVersion ? ", and a newer function has written it: deploy that one" : "";
            throw Unreadable(key, $"it is of schema \"{state.Schema}\", version {state.Version}, where \"{SyncState.SchemaName}\", version {SyncState.OldestVersion} to {SyncState.CurrentVersion} are expected{hint}");
        }
        if (state.LoadBalancer != key.LoadBalancer || state.TargetGroup != key.TargetGroup || state.Port != key.Port)
        {
            throw Unreadable(key, $"it is of {state.LoadBalancer}, {state.TargetGroup}, port {state.Port}");
        }
        if (state.Owned.Contains(null!) || state.Owned.Select(owned => owned.Address).Distinct().Count() != state.Owned.Count || state.Owned.Any(owned => owned.Missing is { Runs: < 1 }) || state.Decline is { Serving: < 0 })
        {
            throw Unreadable(key, "it owns null or a target twice, or one that has been missing in no run, or fewer than no targets are to remain");
        }
        return state;
    }

    private static SyncState Parse(ReadOnlySpan<byte> octets, StateKey key)
    {
        try
        {
            return JsonSerializer.Deserialize(Utf8Text.WithoutMark(octets), StateJson.Default.SyncState) ?? throw Unreadable(key, "it is null");
        }
        catch (JsonException exception)
        {
            throw Unreadable(key, Tell(exception));
        }
        catch (Exception exception) when (exception is NotSupportedException or FormatException or ArgumentException)
        {
            throw Unreadable(key, exception.Message);
        }
    }

    /// <summary>Where and what is wrong, without the types of this program.</summary>
    private static string Tell(JsonException exception)
    {
        const string Missing = "including: ";
        var message = exception.Message.Split(" Path: ")[0].TrimEnd('.');
        var missing = message.IndexOf(Missing, StringComparison.Ordinal);
        var what = missing >= 0 ? $"without {message[(missing + Missing.Length)..]}"
            : message.StartsWith("Duplicate", StringComparison.Ordinal) ? "it is there twice"
            : message.Contains("Orchestrator.", StringComparison.Ordinal) || message.Contains("System.", StringComparison.Ordinal) ? "not what a state has there"
            : message;
        return $"line {exception.LineNumber + 1 ?? 1}, {exception.Path ?? "$"}: {what}";
    }

    private static UnreadableStateException Unreadable(StateKey key, string why) => new($"{key.ObjectKey} is not a state of this function: {why}. Correct it, or delete it: what the DNS names is then owned anew");
}
