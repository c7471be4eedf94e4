using System.Text.Json;
using Orchestrator.Lambda.State;

namespace Orchestrator.Lambda.Run;

/// <summary>What an invocation asks for. The schedule asks for a run; so does whatever has neither of these.</summary>
internal sealed record SyncRequest
{
    private const string DryRunName = "dryRun";
    private const string StatusName = "status";

    /// <summary>Tell what a run would do, and change nothing.</summary>
    internal bool DryRun { get; init; }

    /// <summary>Tell how things stand, from the last observation.</summary>
    internal bool Status { get; init; }

    /// <summary>Reads the event of an invocation. In names, case does not matter; of a name that is there twice, <c>true</c> counts.</summary>
    /// <exception cref="SyncFailedException">It is not JSON, or does not say clearly whether anything may be changed.</exception>
    internal static SyncRequest Read(ReadOnlySpan<byte> payload)
    {
        var text = Utf8Text.WithoutMark(payload);
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return new SyncRequest();
        }
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
            reader.Read();
            var request = reader.TokenType == JsonTokenType.StartObject ? ReadObject(ref reader) : new SyncRequest();
            reader.Skip();
            // Anything after it is an error.
            reader.Read();
            return request;
        }
        // A name in an encoding that is none is an invalid operation.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new SyncFailedException($"nothing was done, since the event is not JSON{(exception is JsonException json ? $": line {json.LineNumber + 1}, octet {json.BytePositionInLine + 1}" : "")}; send {{}} for a run, {{\"{DryRunName}\":true}} or {{\"{StatusName}\":true}}");
        }
    }

    private static SyncRequest ReadObject(ref Utf8JsonReader reader)
    {
        var request = new SyncRequest();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.Equals(DryRunName, StringComparison.OrdinalIgnoreCase))
            {
                request = request with { DryRun = Flag(DryRunName, reader.TokenType) || request.DryRun };
            }
            else if (name.Equals(StatusName, StringComparison.OrdinalIgnoreCase))
            {
                request = request with { Status = Flag(StatusName, reader.TokenType) || request.Status };
            }
            reader.Skip();
        }
        return request;
    }

    private static bool Flag(string name, JsonTokenType value) => value switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw new SyncFailedException($"nothing was done, since {name} in the event is {Kind(value)}: it must be true or false"),
    };

    private static string Kind(JsonTokenType value) => value switch
    {
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.StartArray => "a list",
        _ => "a map",
    };
}
