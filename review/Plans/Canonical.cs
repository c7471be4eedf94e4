using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>Values in one spelling: members sorted, sets sorted, numbers without superfluous digits.</summary>
internal static class Canonical
{
    /// <summary>Whether two values of an attribute mean the same. What is unknown counts as left out, and so do empty text, an empty list and an empty map: providers of the older kind write one for the other.</summary>
    internal static bool Same(string type, string path, PlanValue before, PlanValue after)
    {
        var (left, right) = (before.Json, after.Json);
        return IsNothing(left) || IsNothing(right)
            ? IsNothing(left) && IsNothing(right)
            : JsonElement.DeepEquals(left, right) || (left.ValueKind == right.ValueKind && left.ValueKind is JsonValueKind.Array or JsonValueKind.Object && Of(type, path, left) == Of(type, path, right));
    }

    /// <summary>The spelling of a value.</summary>
    internal static string Of(string type, string path, JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, type, SchemaPath(path), value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string type, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var hasSets = SetAttributes.HasAny(type);
                text.Append('{');
                foreach (var (name, member) in Sorted(value))
                {
                    Append(text, name);
                    Append(text, type, !hasSets ? "" : path.Length == 0 ? name : $"{path}.{name}", member);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                if (SetAttributes.Has(type, path))
                {
                    text.AppendJoin(',', value.EnumerateArray().Select(item => OfItem(type, path, item)).Order(StringComparer.Ordinal));
                }
                else
                {
                    var start = text.Length;
                    foreach (var item in value.EnumerateArray())
                    {
                        text.Append(text.Length == start ? "" : ",");
                        Append(text, type, path, item);
                    }
                }
                text.Append(']');
                break;
            case JsonValueKind.String:
                Append(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(NumberText(value.GetRawText()));
                break;
            default:
                text.Append(value.ValueKind == JsonValueKind.Undefined ? "null" : value.GetRawText());
                break;
        }
    }

    /// <summary>The members by name; both programs write them in that order already.</summary>
    private static List<(string Name, JsonElement Value)> Sorted(JsonElement value)
    {
        var members = new List<(string Name, JsonElement Value)>();
        var isSorted = true;
        foreach (var member in value.EnumerateObject())
        {
            var name = member.Name;
            isSorted &= members.Count == 0 || string.CompareOrdinal(members[^1].Name, name) <= 0;
            members.Add((name, member.Value));
        }
        return isSorted ? members : [.. members.OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    /// <summary>The length tells where the text ends, whatever is in it.</summary>
    private static void Append(StringBuilder text, string value) => text.Append(value.Length).Append(':').Append(value);

    private static string OfItem(string type, string path, JsonElement item)
    {
        var text = new StringBuilder();
        Append(text, type, path, item);
        return text.ToString();
    }

    /// <summary>1.0 and 1 are one number; what has more digits than a decimal holds stays as it is written.</summary>
    private static string NumberText(string raw) =>
        raw.Length <= 28 && !raw.AsSpan().ContainsAny('e', 'E') && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture) : raw;

    private static string SchemaPath(string path) => string.Join('.', path.Split('.').Where(step => !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _)));

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8) || value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0 || value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() == 0;
}
