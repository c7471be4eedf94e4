using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Text;

namespace Orchestrator.Modules.Events;

/// <summary>Event patterns as text.</summary>
internal static class EventPatternText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A field that is there twice would be found only when somebody asks for one.
    private static readonly JsonDocumentOptions OnceEach = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The pattern as an object; null where it is none.</summary>
    internal static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: OnceEach) is JsonObject pattern && JsonUnicode.Problem(Encoding.UTF8.GetBytes(text), OnceEach.MaxDepth) is null ? pattern : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The pattern without spaces and with its fields in order, as the provider keeps it in the state.</summary>
    internal static string Canonical(string text) => Parse(text) is { } pattern ? Sorted(pattern).ToJsonString(Options) : text;

    /// <summary>Whether events of S3 about new objects match.</summary>
    internal static bool MatchesUploads(JsonObject pattern) => Has(pattern, "source", "aws.s3") && Has(pattern, "detail-type", "Object Created");

    /// <summary>The buckets that the pattern names.</summary>
    internal static IReadOnlyList<string> BucketsIn(JsonObject pattern) =>
        pattern["detail"] is JsonObject detail && detail["bucket"] is JsonObject bucket && bucket["name"] is JsonArray names
            ? [.. names.OfType<JsonValue>().Select(name => name.TryGetValue<string>(out var text) ? text : "").Where(name => name.Length > 0)]
            : [];

    /// <summary>The first field whose value is neither a list nor a map of fields; null where there is none.</summary>
    internal static string? FieldWithoutList(JsonObject pattern) => pattern
        .Select(field => field.Value switch
        {
            JsonArray => null,
            JsonObject inner => FieldWithoutList(inner),
            _ => field.Key,
        })
        .FirstOrDefault(field => field is not null);

    private static JsonObject Sorted(JsonObject fields) => new(fields.OrderBy(field => field.Key, StringComparer.Ordinal)
        .Select(field => KeyValuePair.Create(field.Key, field.Value is JsonObject inner ? Sorted(inner) : field.Value?.DeepClone())));

    private static bool Has(JsonObject pattern, string field, string value) =>
        pattern[field] is JsonArray values && values.Any(candidate => candidate is JsonValue text && text.TryGetValue<string>(out var literal) && literal == value);
}
