using System.Globalization;
using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>
/// A value of a plan with what the plan says about it: whether it is known only after the apply, and whether it is sensitive. Both are
/// stated in trees of their own, with holes; a mark on an object holds for all below it.
/// </summary>
public readonly struct PlanValue
{
    private readonly JsonElement _unknown;
    private readonly JsonElement _sensitive;

    internal PlanValue(JsonElement value, JsonElement unknown, JsonElement sensitive)
    {
        Json = value;
        _unknown = unknown;
        _sensitive = sensitive;
    }

    /// <summary>Whether the value is known only after the apply. What is below it is unknown too.</summary>
    public bool IsUnknown => _unknown.ValueKind == JsonValueKind.True;

    /// <summary>Whether it, or anything below it, is known only after the apply.</summary>
    public bool HasUnknown => HasMark(_unknown);

    /// <summary>Whether the value as a whole is marked as sensitive.</summary>
    public bool IsSensitive => _sensitive.ValueKind == JsonValueKind.True;

    /// <summary>Whether it, or anything below it, is marked as sensitive.</summary>
    public bool HasSensitive => HasMark(_sensitive);

    /// <summary>Whether there is a value and it is known: neither null nor left out.</summary>
    public bool IsKnown => !IsUnknown && Json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether the value is known to be null or left out.</summary>
    public bool IsNull => !IsUnknown && Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A string as it is, a number and a boolean as they are written; null for anything else.</summary>
    public string? Text => IsUnknown ? null : Json.ValueKind switch
    {
        JsonValueKind.String => Json.GetString(),
        JsonValueKind.Number => Json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A text that says something; null for an empty one.</summary>
    internal string? NotEmpty => Text is { Length: > 0 } text ? text : null;

    /// <summary>A boolean, also one that the provider keeps as a string, such as <c>preserve_client_ip</c>.</summary>
    public bool? Boolean => Text switch { "true" => true, "false" => false, _ => null };

    /// <summary>A number, exact, also one that the provider keeps as a string, such as <c>deregistration_delay</c>.</summary>
    public decimal? Number => decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The elements of a list, a set or the blocks of one name. Empty for anything else, also for what is unknown as a whole.</summary>
    public IReadOnlyList<PlanValue> Items
    {
        get
        {
            var known = Json.ValueKind == JsonValueKind.Array ? Json.GetArrayLength() : 0;
            var count = Math.Max(known, _unknown.ValueKind == JsonValueKind.Array ? _unknown.GetArrayLength() : 0);
            var items = new PlanValue[count];
            for (var index = 0; index < count; index++)
            {
                items[index] = new PlanValue(index < known ? Json[index] : default, Below(_unknown, index), Below(_sensitive, index));
            }
            return items;
        }
    }

    /// <summary>The one block of a name that can stand only once; what is below it is null where there is none.</summary>
    public PlanValue Block => IsUnknown ? this : Items is [var first, ..] ? first : default;

    internal JsonElement Json { get; }

    /// <summary>A member of an object; of a list, that of its first element.</summary>
    public PlanValue this[string name]
    {
        get
        {
            if (Json.ValueKind == JsonValueKind.Array || _unknown.ValueKind == JsonValueKind.Array)
            {
                return Block[name];
            }
            var value = Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var found) ? found : default;
            return new PlanValue(value, Below(_unknown, name), Below(_sensitive, name));
        }
    }

    /// <summary>What a path leads to: names, separated by dots, and positions in lists as numbers.</summary>
    public PlanValue At(string path)
    {
        var value = this;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            value = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index < value.Items.Count ? value.Items[index] : default
                : value[step];
        }
        return value;
    }

    /// <summary>Another value under the marks of this one: what is sensitive here is so there.</summary>
    internal PlanValue MarksOn(PlanValue other) => new(other.Json, other._unknown, _sensitive);

    /// <summary>The names of an object's members, known or not.</summary>
    internal IEnumerable<string> Names() => Members(Json).Union(Members(_unknown), StringComparer.Ordinal);

    private static IEnumerable<string> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement Below(JsonElement marks, string name) => marks.ValueKind switch
    {
        JsonValueKind.True => marks,
        JsonValueKind.Object when marks.TryGetProperty(name, out var mark) => mark,
        _ => default,
    };

    private static JsonElement Below(JsonElement marks, int index) => marks.ValueKind switch
    {
        JsonValueKind.True => marks,
        JsonValueKind.Array when index < marks.GetArrayLength() => marks[index],
        _ => default,
    };

    private static bool HasMark(JsonElement marks) => marks.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Object => marks.EnumerateObject().Any(member => HasMark(member.Value)),
        JsonValueKind.Array => marks.EnumerateArray().Any(HasMark),
        _ => false,
    };
}
