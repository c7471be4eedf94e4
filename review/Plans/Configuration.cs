using System.Globalization;
using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>The configuration as a plan repeats it: which expressions there are and what they refer to. It holds no <c>lifecycle</c>.</summary>
public sealed class Configuration
{
    private const int DeepestReference = 16;
    private readonly JsonElement _root;
    private readonly JsonElement _providers;
    private readonly JsonElement _variables;
    private readonly Dictionary<string, JsonElement> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Module, string Resource), JsonElement> _resources = [];

    internal Configuration(JsonElement json, JsonElement variables)
    {
        _root = JsonText.Member(json, "root_module");
        _providers = JsonText.Member(json, "provider_config");
        _variables = variables;
        Index("", _root);
    }

    /// <summary>That of a plan that repeats none.</summary>
    internal static Configuration None { get; } = new(default, default);

    /// <summary>Whether the plan repeats it at all.</summary>
    public bool IsGiven => _root.ValueKind == JsonValueKind.Object;

    /// <summary>
    /// Whether an argument is given in the configuration of a resource, with dots in blocks; unknown where the plan does not repeat it, and in a block
    /// that is not there: a plan repeats no <c>dynamic</c> ones.
    /// </summary>
    public Answer Gives(ResourceChange change, string argument) =>
        Find(change) is { } resource ? Gives(JsonText.Member(resource, "expressions"), argument.Split('.')) : Answer.Unknown;

    private static Answer Gives(JsonElement expressions, IReadOnlyList<string> path)
    {
        var expression = JsonText.Member(expressions, path[0]);
        if (path.Count > 2 && expression.ValueKind is JsonValueKind.Array or JsonValueKind.Undefined)
        {
            return expression.ValueKind == JsonValueKind.Array && int.TryParse(path[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < expression.GetArrayLength()
                ? Gives(expression[index], [.. path.Skip(2)])
                : Answer.Unknown;
        }
        return expression.ValueKind == JsonValueKind.Undefined ? Answer.No
            : JsonText.Member(expression, "constant_value") is var constant && (constant.ValueKind == JsonValueKind.Null || constant.ValueKind == JsonValueKind.Array && constant.GetArrayLength() == 0) ? Answer.No
            : Answer.Yes;
    }

    /// <summary>The resources that an argument refers to, as module and <c>type.name</c>, through variables and outputs of modules.</summary>
    internal IEnumerable<(string Module, string Resource)> References(ResourceChange change, string argument)
    {
        if (Find(change) is not { } resource)
        {
            return [];
        }
        var found = new HashSet<(string, string)>();
        Follow(ModuleOf(change), JsonText.Member(JsonText.Member(resource, "expressions"), argument), found, 0);
        return found;
    }

    /// <summary>Whether a resource depends explicitly on one of a type.</summary>
    internal bool WaitsFor(ResourceChange change, string type) =>
        Find(change) is { } resource && JsonText.Strings(resource, "depends_on").Any(reference => reference.StartsWith($"{type}.", StringComparison.Ordinal));

    /// <summary>The texts that the expressions of resources state in clear text: whoever reads the code knows them.</summary>
    internal IReadOnlySet<string> StatedValues()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in _resources.Values)
        {
            AddConstants(JsonText.Member(resource, "expressions"), found);
        }
        return found;
    }

    /// <summary>The region that the provider of a resource is told, where the plan shows it.</summary>
    internal string? Region(ResourceChange change)
    {
        var key = Find(change) is { } resource ? JsonText.Of(resource, "provider_config_key") : null;
        var region = JsonText.Member(JsonText.Member(JsonText.Member(_providers, key ?? ""), "expressions"), "region");
        return JsonText.Of(region, "constant_value")
            ?? JsonText.Strings(region, "references").Where(reference => reference.StartsWith("var.", StringComparison.Ordinal))
                .Select(reference => JsonText.Of(JsonText.Member(_variables, reference[4..]), "value")).FirstOrDefault();
    }

    /// <summary>The path of a module without the indexes of its instances: as the configuration names it.</summary>
    internal static string ModuleOf(ResourceChange change) => WithoutIndexes(change.Module);

    private static string WithoutIndexes(string address)
    {
        var text = new System.Text.StringBuilder();
        var (depth, quoted) = (0, false);
        for (var index = 0; index < address.Length; index++)
        {
            var character = address[index];
            quoted ^= depth > 0 && character == '"' && address[index - 1] != '\\';
            depth += quoted ? 0 : character == '[' ? 1 : 0;
            if (depth == 0)
            {
                text.Append(character);
            }
            depth -= quoted ? 0 : character == ']' ? 1 : 0;
        }
        return text.ToString();
    }

    private static void AddConstants(JsonElement expression, HashSet<string> found)
    {
        switch (expression.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expression.EnumerateObject().Where(member => !Masking.Sensitivity.IsSecret(member.Name)))
                {
                    AddConstants(member.Value, found);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in expression.EnumerateArray())
                {
                    AddConstants(item, found);
                }
                break;
            case JsonValueKind.String:
                found.Add(expression.GetString()!);
                break;
        }
    }

    private JsonElement? Find(ResourceChange change) => _resources.TryGetValue((ModuleOf(change), $"{change.Type}.{change.Name}"), out var found) ? found : null;

    private void Index(string path, JsonElement module)
    {
        _modules[path] = module;
        foreach (var resource in JsonText.Elements(module, "resources"))
        {
            _resources[(path, $"{TypeNames.Current(JsonText.Of(resource, "type") ?? "")}.{JsonText.Of(resource, "name")}")] = resource;
        }
        foreach (var call in JsonText.Members(module, "module_calls"))
        {
            Index(path.Length == 0 ? $"module.{call.Name}" : $"{path}.module.{call.Name}", JsonText.Member(call.Value, "module"));
        }
    }

    private void Follow(string module, JsonElement expression, HashSet<(string, string)> found, int depth)
    {
        if (depth > DeepestReference)
        {
            return;
        }
        if (expression.ValueKind == JsonValueKind.Array)
        {
            foreach (var block in expression.EnumerateArray())
            {
                Follow(module, block, found, depth + 1);
            }
        }
        else if (expression.ValueKind == JsonValueKind.Object)
        {
            foreach (var reference in JsonText.Strings(expression, "references"))
            {
                FollowReference(module, reference, found, depth + 1);
            }
            foreach (var member in expression.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && member.Name is not ("references" or "constant_value")))
            {
                Follow(module, member.Value, found, depth + 1);
            }
        }
    }

    private void FollowReference(string module, string reference, HashSet<(string, string)> found, int depth)
    {
        var parts = WithoutIndexes(reference).Split('.');
        switch (parts)
        {
            case ["var", var variable, ..] when module.Length > 0:
                var parent = module[..Math.Max(0, module.LastIndexOf("module.", StringComparison.Ordinal) - 1)];
                var call = JsonText.Member(JsonText.Member(_modules.GetValueOrDefault(parent), "module_calls"), module[(module.LastIndexOf('.') + 1)..]);
                Follow(parent, JsonText.Member(JsonText.Member(call, "expressions"), variable), found, depth);
                break;
            case ["module", var child, var output, ..]:
                var path = module.Length == 0 ? $"module.{child}" : $"{module}.module.{child}";
                Follow(path, JsonText.Member(JsonText.Member(JsonText.Member(_modules.GetValueOrDefault(path), "outputs"), output), "expression"), found, depth);
                break;
            case [var type, var name, ..] when _resources.ContainsKey((module, $"{TypeNames.Current(type)}.{name}")):
                found.Add((module, $"{TypeNames.Current(type)}.{name}"));
                break;
        }
    }
}
