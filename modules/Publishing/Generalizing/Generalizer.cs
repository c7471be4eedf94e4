using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Hcl;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// Makes a module of the configuration that the constructs made of symbols. What refers to an element of a collection is repeated for each of them,
/// a resource by <c>for_each</c> where the element is part of its name, a block by <c>dynamic</c>; a block in which everything comes from something
/// that may not be there is there when that is.
/// </summary>
/// <param name="symbols">What the symbols stand for.</param>
/// <param name="conditions">Resources that are not always made, by address, each with the condition.</param>
/// <param name="repetitions">Resources that are made for other keys than those of a collection, by address, each with the map of them.</param>
/// <param name="locals">Local values, by name.</param>
internal sealed partial class Generalizer(Symbols symbols, IReadOnlyDictionary<string, string> conditions, IReadOnlyDictionary<string, string> repetitions, IReadOnlyDictionary<string, string> locals)
{
    private const string NotNull = " != null";

    private readonly SymbolText _text = new(symbols, conditions.Keys.ToHashSet());
    private readonly SortedDictionary<string, string> _locals = new(StringComparer.Ordinal);

    /// <summary>A map of a value for each element of a collection.</summary>
    internal static string MapOfEach(Collection collection, string value) =>
        $"{{ for key, {collection.ElementName} in {collection.Path} : key => {value.Replace(collection.Item, collection.ElementName).Replace(collection.Key, "key")} }}";

    /// <summary>The resources, data sources and outputs of a module, and the local values that they need.</summary>
    internal JsonObject Generalize(JsonObject configuration)
    {
        var module = new JsonObject();
        foreach (var (name, value) in locals)
        {
            _locals[name] = Local(value);
        }
        foreach (var kind in new[] { "data", "resource" })
        {
            if (configuration[kind] is JsonObject types)
            {
                module[kind] = new JsonObject(types.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => KeyValuePair.Create(type.Key, (JsonNode?)Resources(kind, type.Key, type.Value!.AsObject()))));
            }
        }
        if (configuration["output"] is JsonObject outputs)
        {
            module["output"] = new JsonObject(outputs.Select(output => KeyValuePair.Create(output.Key, Attribute(output.Value, new Scope()))));
        }
        if (_locals.Count > 0)
        {
            module.Insert(0, "locals", new JsonObject(_locals.Select(local => KeyValuePair.Create(local.Key, (JsonNode?)$"${{{local.Value}}}"))));
        }
        return module;
    }

    private JsonObject Resources(string kind, string type, JsonObject resources) => new(resources
        .Select(resource => KeyValuePair.Create(SymbolText.ResourceName(resource.Key), (JsonNode?)Resource(kind, type, resource.Key, resource.Value!.AsObject())))
        .OrderBy(resource => resource.Key, StringComparer.Ordinal));

    private JsonObject Resource(string kind, string type, string logicalId, JsonObject body)
    {
        var loops = _text.LoopsOf(logicalId);
        var condition = conditions.GetValueOrDefault($"{type}.{SymbolText.ResourceName(logicalId)}");
        var scope = ScopeOf(loops, "each.key", "each.value");
        var repetition = loops.Count > 0 ? new JsonObject { ["for_each"] = $"${{{Each(loops, condition)}}}" }
            : condition is null ? null
            : new JsonObject { ["count"] = $"${{{condition} ? 1 : 0}}" };
        if (repetitions.TryGetValue($"{type}.{SymbolText.ResourceName(logicalId)}", out var each))
        {
            body["for_each"] = $"${{{each}}}";
        }
        var general = repetition ?? [];
        foreach (var (name, value) in Body(body, ProviderBlocks.Of(kind, type), Known(condition, scope)))
        {
            general[name] = value?.DeepClone();
        }
        AddBlockConditions($"{type}.{SymbolText.ResourceName(logicalId)}", general);
        return general;
    }

    /// <summary>Blocks that are not always there though nothing in them may be null.</summary>
    private void AddBlockConditions(string address, JsonObject resource)
    {
        foreach (var (name, block) in resource.Where(entry => conditions.ContainsKey($"{address}.{entry.Key}")).ToList())
        {
            resource.Remove(name);
            resource["dynamic"] ??= new JsonObject();
            Add(resource["dynamic"]!.AsObject(), name, Dynamic($"{conditions[$"{address}.{name}"]} ? [true] : []", block!.AsArray().Single()!.DeepClone().AsObject()));
        }
    }

    /// <summary>JSON would be a long line.</summary>
    private static string Long(string template) => Json().IsMatch(template) && Template.Parts(template).Count() == 1 ? $"${{{ExpressionLayout.Of(Template.Expression(template))}}}" : template;

    private string Local(string value) => _text.ReplaceInExpression(value, new Scope()) is var text && SymbolText.HasSymbols(value) ? ExpressionLayout.Of(text) : text;

    /// <summary>The scope of a resource with what its condition says is there.</summary>
    private Scope Known(string? condition, Scope scope) => (condition ?? "").Split(" && ")
        .Where(part => part.EndsWith(NotNull, StringComparison.Ordinal))
        .Select(part => part[..^NotNull.Length])
        .Where(path => symbols.AppearanceOf(path) is not null)
        .Aggregate(scope, (known, path) => known.With(path, path));

    /// <summary>What a resource is made for each element of: those of which the condition holds, where it is about an element, else all or none.</summary>
    private string Each(IReadOnlyList<Collection> loops, string? condition)
    {
        var elements = loops is [var outer, var inner] ? $"local.{Flatten(outer, inner)}" : _text.Elements(loops[0], new Scope());
        var name = loops[^1].ElementName;
        return condition is null ? elements
            : SymbolText.HasSymbols(condition) ? $"{{ for key, {name} in {elements} : key => {name} if {_text.ReplaceInExpression(condition, ScopeOf(loops, "key", name))} }}"
            : $"{condition} ? {elements} : {{}}";
    }

    /// <summary>The scope of what is repeated for each element of a collection, or of one in another, in which an element has a key and a value.</summary>
    private static Scope ScopeOf(IReadOnlyList<Collection> loops, string key, string value) => loops switch
    {
        [] => new Scope(),
        [var only] => new Scope().With(only, key, value),
        [var outer, var inner] => new Scope()
            .With(outer, $"{value}.{outer.ElementName}_key", $"{outer.Path}[{value}.{outer.ElementName}_key]")
            .With(inner, $"{value}.{inner.ElementName}_key", $"{value}.{inner.ElementName}"),
        _ => throw new InvalidOperationException($"{loops[^1].Path} is nested too deeply"),
    };

    /// <summary>A local map of all elements of a collection in a collection, keyed by both keys.</summary>
    private string Flatten(Collection outer, Collection inner)
    {
        var name = $"{outer.ElementName}_{inner.Path.Split('.')[^1]}";
        var (key, innerKey) = ($"{outer.ElementName}_key", $"{inner.ElementName}_key");
        _locals[name] = $$$"""
            merge([
              for {{{key}}}, {{{outer.ElementName}}} in {{{outer.Path}}} : {
                for {{{innerKey}}}, {{{inner.ElementName}}} in {{{inner.Path.Replace(outer.Item, outer.ElementName)}}} : "${{{{key}}}}/${{{{innerKey}}}}" => {
                  {{{key}}} = {{{key}}}
                  {{{innerKey}}} = {{{innerKey}}}
                  {{{inner.ElementName}}} = {{{inner.ElementName}}}
                }
              }
            ]...)
            """;
        return name;
    }

    private JsonObject Body(JsonObject body, JsonObject blocks, Scope scope)
    {
        var (general, dynamics) = (new JsonObject(), new JsonObject());
        foreach (var (name, value) in body)
        {
            if (name == "depends_on")
            {
                general[name] = new JsonArray([.. value!.AsArray().Select(address => (JsonNode)DependencyOf(address!.GetValue<string>())).Distinct()]);
            }
            else if (blocks[name] is JsonObject nested)
            {
                foreach (var block in value is JsonArray array ? array.Select(item => item!.AsObject()) : [value!.AsObject()])
                {
                    AddBlock(name, block, nested, scope, general, dynamics);
                }
            }
            else
            {
                general[name] = Attribute(value, scope);
            }
        }
        if (dynamics.Count > 0)
        {
            general["dynamic"] = dynamics;
        }
        return general;
    }

    private static string DependencyOf(string address) => address.Split('.') is [var type, var name] ? $"{type}.{SymbolText.ResourceName(name)}" : address;

    private void AddBlock(string name, JsonObject block, JsonObject nested, Scope scope, JsonObject general, JsonObject dynamics)
    {
        if (RepetitionOf(name, block, nested, scope) is { } collection)
        {
            Add(dynamics, name, Dynamic(_text.Elements(collection, scope), Body(block, nested, scope.With(collection, $"{name}.key", $"{name}.value"))));
            return;
        }
        switch (OptionalPartsOf(block, scope))
        {
            case []:
                Add(general, name, Body(block, nested, scope));
                break;
            case [var path] when symbols.AppearanceOf(path) != Appearance.SwitchIsOn:
                var expression = _text.ReplaceInExpression(path, scope);
                var each = symbols.AppearanceOf(path) == Appearance.ListIsFilled ? $"length({expression}) > 0 ? [{expression}] : []" : $"{expression}[*]";
                Add(dynamics, name, Dynamic(each, Body(block, nested, scope.With(path, $"{name}.value"))));
                break;
            case var paths:
                Add(dynamics, name, Dynamic($"{string.Join(" || ", paths.Select(path => IsThere(path, scope)))} ? [true] : []", Body(block, nested, scope)));
                break;
        }
    }

    private string IsThere(string path, Scope scope) => symbols.AppearanceOf(path) switch
    {
        Appearance.SwitchIsOn => _text.ReplaceInExpression(path, scope),
        Appearance.ListIsFilled => $"length({_text.ReplaceInExpression(path, scope)}) > 0",
        _ => $"{_text.ReplaceInExpression(path, scope)} != null",
    };

    private static JsonObject Dynamic(string each, JsonObject content) => new() { ["for_each"] = $"${{{each}}}", ["content"] = content };

    private static void Add(JsonObject body, string name, JsonObject block)
    {
        body[name] ??= new JsonArray();
        body[name]!.AsArray().Add((JsonNode)block);
    }

    /// <summary>The collection that a block is repeated over; null where it is not.</summary>
    private Collection? RepetitionOf(string name, JsonObject block, JsonObject nested, Scope scope)
    {
        var own = new JsonObject(block.Where(entry => nested[entry.Key] is null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
        return Texts(block)
            .SelectMany(_text.CollectionsIn)
            .SelectMany(_text.AndOuter)
            .Where(collection => !collection.IsOfScalars && !scope.Has(collection.Number) && _text.CollectionsIn(collection.Path).All(outer => scope.Has(outer.Number)))
            .FirstOrDefault(collection => collection.Block is null ? Texts(own).SelectMany(_text.CollectionsIn).Contains(collection) : collection.Block == name);
    }

    /// <summary>What must be there for a block to be; nothing where something in it always is.</summary>
    private IReadOnlyList<string> OptionalPartsOf(JsonObject block, Scope scope)
    {
        var paths = Texts(block).SelectMany(SymbolText.PathsIn).Distinct().ToList();
        var optional = paths.Select(path => _text.BeginningsOf(path, scope).Where(beginning => symbols.AppearanceOf(beginning) is not null && !scope.IsOpen(beginning)).ToList()).ToList();
        if (optional.Count == 0 || optional.Any(parts => parts.Count == 0))
        {
            return [];
        }
        // What everything in the block is part of decides, the innermost of such; else any of them does.
        var common = optional.Aggregate((all, parts) => [.. all.Intersect(parts)]);
        return common.Count > 0 ? [common[^1]] : [.. optional.Select(parts => parts[0]).Distinct()];
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts(entry.Value).Prepend(entry.Key)),
        JsonArray array => array.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private JsonNode? Attribute(JsonNode? value, Scope scope) => value switch
    {
        JsonArray array when array.Any(item => LoopOf(item, scope) is not null) => $"${{{List(array, scope)}}}",
        JsonArray array => new JsonArray([.. array.Select(item => Attribute(item, scope))]),
        JsonObject map when map.Any(entry => LoopOf(entry.Key, scope) is not null) => $"${{{Map(map, scope)}}}",
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(_text.Replace(entry.Key, scope), Attribute(entry.Value, scope)))),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Long(_text.Replace(text.GetValue<string>(), scope)),
        _ => value?.DeepClone(),
    };

    private Collection? LoopOf(JsonNode? node, Scope scope) => Texts(node).SelectMany(_text.CollectionsIn).SelectMany(_text.AndOuter).FirstOrDefault(collection => !scope.Has(collection.Number));

    /// <summary>A list, one of whose elements stands for all of a collection.</summary>
    private string List(JsonArray array, Scope scope)
    {
        var parts = array.Select(item =>
        {
            if (LoopOf(item, scope) is not { } collection)
            {
                return $"[{Text(Attribute(item, scope))}]";
            }
            var path = _text.ReplaceInExpression(collection.Path, scope);
            var element = Text(Attribute(item, scope.With(collection, $"{collection.ElementName}_key", collection.ElementName)));
            return element == collection.ElementName ? path : $"[for {(element.Contains($"{collection.ElementName}_key", StringComparison.Ordinal) ? $"{collection.ElementName}_key, " : "")}{collection.ElementName} in {path} : {element}]";
        }).ToList();
        return parts.Count == 1 ? parts[0] : $"concat({string.Join(", ", parts)})";
    }

    /// <summary>A map, one of whose entries stands for all of a collection.</summary>
    private string Map(JsonObject map, Scope scope)
    {
        var parts = new List<string>();
        var own = map.Where(entry => LoopOf(entry.Key, scope) is null).ToList();
        if (own.Count > 0)
        {
            parts.Add(Text(new JsonObject(own.Select(entry => KeyValuePair.Create(_text.Replace(entry.Key, scope), Attribute(entry.Value, scope))))));
        }
        foreach (var (key, value) in map.Except(own))
        {
            var collection = LoopOf(key, scope)!;
            var path = _text.ReplaceInExpression(collection.Path, scope);
            var inner = scope.With(collection, "key", collection.ElementName);
            var (name, element) = (Template.Expression(_text.Replace(key, inner)), Text(Attribute(value, inner)));
            parts.Add(name == "key" && element == collection.ElementName ? path : $"{{ for key, {collection.ElementName} in {path} : {name} => {element} }}");
        }
        return parts.Count == 1 ? parts[0] : $"merge({string.Join(", ", parts)})";
    }

    /// <summary>A value as an expression.</summary>
    private static string Text(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(", ", array.Select(Text))}]",
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", map.Select(entry => $"{HclExpression.Of(entry.Key) switch { var key => key.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '"') && key.Length > 2 && char.IsAsciiLetter(key[1]) ? key.Trim('"') : key }} = {Text(entry.Value)}"))} }}",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Template.Expression(text.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    [GeneratedRegex(@"jsonencode\(\{|^\$\{jsonencode\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Json();
}
