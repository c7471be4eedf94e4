using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>Members of JSON objects that may be missing, or null, or of another kind than expected.</summary>
internal static class JsonText
{
    internal static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    internal static string? Of(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    internal static IEnumerable<JsonElement> Elements(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    /// <summary>The elements as text, whatever they are.</summary>
    internal static IEnumerable<string> Strings(JsonElement element, string name) => Elements(element, name).Select(item => item.ToString());

    internal static IEnumerable<JsonProperty> Members(JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    internal static IEnumerable<JsonProperty> Members(JsonElement element, string name) => Members(Member(element, name));
}
