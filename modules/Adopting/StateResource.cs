using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Adopting;

/// <summary>A resource as it is in a state.</summary>
/// <param name="Module">The address of the module that it is in; null for the root module.</param>
/// <param name="Type">Its type: <c>aws_lb</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Index">The key of the instance, a number or a string; null where there is one instance.</param>
/// <param name="Values">Its attributes.</param>
/// <param name="SchemaVersion">The version of the schema that they are in.</param>
public sealed partial record StateResource(string? Module, string Type, string Name, JsonNode? Index, JsonObject Values, int SchemaVersion)
{
    /// <summary>Its address.</summary>
    public string Address => $"{(Module is null ? "" : $"{Module}.")}{Type}.{Name}{(Index is null ? "" : $"[{Index.ToJsonString(Plain)}]")}";

    /// <summary>The address of all its instances.</summary>
    public string Whole => Keys().Replace(Address, "");

    /// <summary>The newer type that its attributes are in; null where they are in its own.</summary>
    internal string? Renewed { get; init; }

    /// <summary>Its type as it is called today: <c>aws_alb</c> is <c>aws_lb</c> by its first name.</summary>
    internal string Kind => Renewed is { } renewed ? renewed : Type.StartsWith("aws_alb", StringComparison.Ordinal) ? $"aws_lb{Type["aws_alb".Length..]}" : Type;

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An attribute as text; null where it is not set, or empty.</summary>
    internal string? Text(string attribute) => TextOf(Values[attribute]);

    /// <summary>Whether an attribute is true.</summary>
    internal bool IsTrue(string attribute) => Text(attribute) == "true";

    /// <summary>The elements of a list of texts.</summary>
    internal IReadOnlyList<string> Texts(string attribute) => TextsOf(Values[attribute]);

    /// <summary>The blocks of a name.</summary>
    internal IReadOnlyList<JsonObject> Blocks(string name) => BlocksOf(Values[name]);

    /// <summary>A value as text; null where there is none, or an empty one.</summary>
    internal static string? TextOf(JsonNode? value) => value switch
    {
        null or JsonArray or JsonObject => null,
        _ when value.GetValueKind() == JsonValueKind.String => (string)value! is { Length: > 0 } text ? text : null,
        _ => value.ToJsonString(),
    };

    /// <summary>The texts of a list.</summary>
    internal static IReadOnlyList<string> TextsOf(JsonNode? list) => [.. (list as JsonArray ?? []).Select(TextOf).OfType<string>()];

    /// <summary>The blocks of a list.</summary>
    internal static IReadOnlyList<JsonObject> BlocksOf(JsonNode? list) => list is JsonObject one ? [one] : [.. (list as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>Whether a value is what a provider has in the place of nothing: null, or something empty.</summary>
    internal static bool IsNothing(JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } or JsonObject { Count: 0 } => true,
        JsonValue => TextOf(value) is null,
        _ => false,
    };

    [GeneratedRegex(@"\[(?:[0-9]+|""(?:[^""\\]|\\.)*"")\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
