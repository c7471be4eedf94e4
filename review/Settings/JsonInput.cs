using System.Text;
using System.Text.Json;
using Orchestrator.Text;

namespace Orchestrator.Review.Settings;

/// <summary>An object of a JSON file that a person wrote, read member by member. Mistakes are collected, each with its place.</summary>
internal sealed class JsonInput
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly JsonElement _json;
    private readonly string _path;
    private readonly List<string> _problems;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private JsonInput(JsonElement json, string path, List<string> problems)
    {
        _json = json;
        _path = path;
        _problems = problems;
    }

    private delegate bool Reading<T>(JsonElement element, out T value);

    /// <summary>Reads a file's text. Comments and trailing commas are allowed.</summary>
    /// <exception cref="InvalidInputException">There are mistakes in it.</exception>
    internal static T Read<T>(string file, string text, Func<JsonInput, T> read)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Options);
            if (JsonUnicode.Problem(Encoding.UTF8.GetBytes(text), Options.MaxDepth) is { } problem)
            {
                throw new InvalidInputException([$"{file}: this holds {problem}: write whole characters"]);
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException([$"{file}:{exception.LineNumber + 1}:{exception.BytePositionInLine + 1}: this is not JSON; comments and trailing commas are allowed"]);
        }
        using (document)
        {
            var problems = new List<string>();
            var input = new JsonInput(document.RootElement, "", problems);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidInputException([$"{file}: got {Kind(document.RootElement)}, allowed an object"]);
            }
            var result = read(input);
            input.RefuseOthers();
            return problems.Count == 0 ? result : throw new InvalidInputException([.. problems.Select(problem => $"{file}: {problem}")]);
        }
    }

    internal string? Text(string name, bool isRequired = false) =>
        Get(name, isRequired, "text that is not empty", static (JsonElement element, out string? value) =>
        {
            value = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
            return !string.IsNullOrWhiteSpace(value);
        });

    internal int? Number(string name, int least, int most) =>
        Get(name, isRequired: false, $"a whole number from {least} to {most}", (JsonElement element, out int? value) =>
        {
            value = element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;
            return value >= least && value <= most;
        });

    internal bool? Boolean(string name) =>
        Get(name, isRequired: false, "true or false", static (JsonElement element, out bool? value) =>
        {
            value = element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : null;
            return value is not null;
        });

    internal DateOnly? Date(string name) =>
        Get(name, isRequired: true, "a date as 2030-12-31", static (JsonElement element, out DateOnly? value) =>
        {
            value = element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", out var date) ? date : null;
            return value is not null;
        });

    internal T? Choice<T>(string name)
        where T : struct, Enum
        => Get(name, isRequired: false, string.Join(", ", Enum.GetNames<T>().Select(choice => choice.ToLowerInvariant())), static (JsonElement element, out T? value) =>
        {
            value = element.ValueKind == JsonValueKind.String && Enum.TryParse<T>(element.GetString(), ignoreCase: true, out var found) && Enum.IsDefined(found) && !char.IsAsciiDigit(element.GetString()![0]) ? found : null;
            return value is not null;
        });

    internal IReadOnlyList<int>? Numbers(string name, int least, int most) =>
        Get(name, isRequired: false, $"a list of whole numbers from {least} to {most}", (JsonElement element, out IReadOnlyList<int>? value) =>
        {
            value = element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) && number >= least && number <= most)
                ? [.. element.EnumerateArray().Select(item => item.GetInt32())]
                : null;
            return value is not null;
        });

    internal IReadOnlyList<string>? Texts(string name) =>
        Get(name, isRequired: false, "a list of text", static (JsonElement element, out IReadOnlyList<string>? value) =>
        {
            value = element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? [.. element.EnumerateArray().Select(item => item.GetString()!)] : null;
            return value is not null;
        });

    /// <summary>The objects of a list.</summary>
    internal IReadOnlyList<T> Objects<T>(string name, Func<JsonInput, T> read) =>
        Get(name, isRequired: true, "a list of objects", (JsonElement element, out IReadOnlyList<T>? value) =>
        {
            value = element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
                ? [.. element.EnumerateArray().Select((item, index) => ReadObject(item, $"{Path(name)}[{index}]", read))]
                : null;
            return value is not null;
        }) ?? [];

    /// <summary>An object; null where it is left out.</summary>
    internal T? Object<T>(string name, Func<JsonInput, T> read)
        where T : class
        => Get(name, isRequired: false, "an object", (JsonElement element, out T? value) =>
        {
            value = element.ValueKind == JsonValueKind.Object ? ReadObject(element, Path(name), read) : null;
            return value is not null;
        });

    /// <summary>The names of the members.</summary>
    internal IReadOnlyList<string> Names => [.. _json.EnumerateObject().Select(member => member.Name)];

    /// <summary>Notes a mistake in a member.</summary>
    internal void Refuse(string name, string problem) => _problems.Add($"{Path(name)} {problem}");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => element.GetRawText(),
    };

    private T ReadObject<T>(JsonElement element, string path, Func<JsonInput, T> read)
    {
        var input = new JsonInput(element, path, _problems);
        var result = read(input);
        input.RefuseOthers();
        return result;
    }

    private T? Get<T>(string name, bool isRequired, string allowed, Reading<T?> read)
    {
        _known.Add(name);
        if (!_json.TryGetProperty(name, out var element))
        {
            if (isRequired)
            {
                Refuse(name, $"is missing: allowed {allowed}; add it");
            }
            return default;
        }
        if (read(element, out var value))
        {
            return value;
        }
        Refuse(name, $"is not as it must be: got {Kind(element)}, allowed {allowed}");
        return default;
    }

    private void RefuseOthers()
    {
        foreach (var name in Names.Where(name => !_known.Contains(name)))
        {
            Refuse(name, $"is not known: allowed {string.Join(", ", _known)}; remove it");
        }
    }

    private string Path(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
