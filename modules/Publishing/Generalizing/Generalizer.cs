using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Hcl;
using Orchestrator.Hcl.Expressions;
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
internal sealed class Generalizer(Symbols symbols, IReadOnlyDictionary<string, Expression> conditions, IReadOnlyDictionary<string, Expression> repetitions, IReadOnlyDictionary<string, Expression> locals)
{
    /// <summary>The condition of a block that is there whatever is left out.</summary>
    internal static readonly Expression Always = Expression.Of("true");

    private static readonly Syntax EachKey = Syntax.Of("each").Attribute("key");
    private static readonly Syntax EachValue = Syntax.Of("each").Attribute("value");
    private static readonly Syntax Once = new ListSyntax([new LiteralSyntax(true)]);

    private readonly SymbolResolver _resolver = new(symbols, conditions.Keys.ToHashSet());
    private readonly SortedDictionary<string, string> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Syntax> _read = [];

    /// <summary>A map of a value for each element of a collection.</summary>
    internal static Expression MapOfEach(Collection collection, Syntax value) => new(new ForSyntax("key", collection.ElementName, collection.Syntax, Syntax.Of("key"), value.Rewrite(part =>
        part is not NameSyntax name ? null : name.Name == collection.Item ? Syntax.Of(collection.ElementName) : name.Name == collection.Key ? Syntax.Of("key") : null)));

    /// <summary>The resources, data sources and outputs of a module, and the local values that they need.</summary>
    internal JsonObject Generalize(JsonObject configuration)
    {
        var module = new JsonObject();
        foreach (var (name, value) in locals)
        {
            var local = _resolver.Replace(value.Syntax, new Scope());
            _locals[name] = $"{local}" == $"{value.Syntax}" ? $"{local}" : Printer.Lines(local);
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
        .Select(resource => KeyValuePair.Create(Symbols.ResourceName(resource.Key), (JsonNode?)Resource(kind, type, resource.Key, resource.Value!.AsObject())))
        .OrderBy(resource => resource.Key, StringComparer.Ordinal));

    private JsonObject Resource(string kind, string type, string logicalId, JsonObject body)
    {
        var address = $"{type}.{Symbols.ResourceName(logicalId)}";
        var loops = symbols.In(logicalId).ToList();
        var condition = conditions.GetValueOrDefault(address)?.Syntax;
        var general = new JsonObject();
        if (loops.Count > 0)
        {
            general["for_each"] = Written(Each(loops, condition));
        }
        else if (condition is not null)
        {
            general["count"] = Written(new ConditionalSyntax(condition, new LiteralSyntax(1L), new LiteralSyntax(0L)));
        }
        if (repetitions.TryGetValue(address, out var each))
        {
            body["for_each"] = each.Template;
        }
        foreach (var (name, value) in Body(body, ProviderBlocks.Of(kind, type), Known(condition, ScopeOf(loops, EachKey, EachValue)), address))
        {
            general[name] = value?.DeepClone();
        }
        AddBlockConditions(address, general);
        return general;
    }

    /// <summary>Blocks that are not always there though nothing in them may be null.</summary>
    private void AddBlockConditions(string address, JsonObject resource)
    {
        foreach (var (name, block) in resource.Where(entry => conditions.TryGetValue($"{address}.{entry.Key}", out var condition) && !ReferenceEquals(condition, Always)).ToList())
        {
            resource.Remove(name);
            resource["dynamic"] ??= new JsonObject();
            Add(resource["dynamic"]!.AsObject(), name, Dynamic(OnlyWhere(conditions[$"{address}.{name}"].Syntax, Once), block!.AsArray().Single()!.DeepClone().AsObject()));
        }
    }

    /// <summary>An expression as it stands in a module: JSON and other objects would be long lines.</summary>
    private static string Written(Syntax syntax) => syntax is not (LiteralSyntax or TemplateSyntax) && IsStructured(syntax) ? $"${{{Printer.Lines(syntax)}}}" : Printer.Template(syntax);

    private static bool IsStructured(Syntax syntax) => syntax is CallSyntax { Function: "jsonencode" } or ObjectSyntax || syntax.Parts().Any(IsStructured);

    private static Syntax OnlyWhere(Syntax condition, Syntax list) => new ConditionalSyntax(condition, list, new ListSyntax([]));

    /// <summary>The scope of a resource with what its condition says is there.</summary>
    private Scope Known(Syntax? condition, Scope scope) => condition switch
    {
        BinarySyntax { Operator: "&&" } both => Known(both.Right, Known(both.Left, scope)),
        BinarySyntax { Operator: "!=" } set when set.Right.IsLiteral(null) && symbols.AppearanceOf($"{set.Left}") is not null => scope.With($"{set.Left}", set.Left),
        _ => scope,
    };

    /// <summary>What a resource is made for each element of: those of which the condition holds, where it is about an element, else all or none.</summary>
    private Syntax Each(List<Collection> loops, Syntax? condition)
    {
        var elements = loops.Count > 1 ? Syntax.Of("local").Attribute(Flatten(loops)) : _resolver.Elements(loops[0], new Scope());
        var name = Syntax.Of(loops[^1].ElementName);
        return condition is null ? elements
            : _resolver.CollectionsIn(condition).Any() ? new ForSyntax("key", loops[^1].ElementName, elements, Syntax.Of("key"), name) { Condition = _resolver.Replace(condition, ScopeOf(loops, Syntax.Of("key"), name)) }
            : new ConditionalSyntax(condition, elements, new ObjectSyntax([]));
    }

    /// <summary>The scope of what is repeated for each element of a collection, or of one in others, in which an element has a key and a value.</summary>
    private Scope ScopeOf(List<Collection> loops, Syntax key, Syntax value)
    {
        if (loops.Count == 1)
        {
            return new Scope().With(loops[0], key, value);
        }
        var scope = new Scope { Own = loops.Count == 0 ? null : (loops, key) };
        foreach (var loop in loops)
        {
            var ownKey = value.Attribute(loop.KeyName);
            scope = scope.With(loop, ownKey, loop == loops[^1] ? value.Attribute(loop.ElementName) : new IndexSyntax(_resolver.Replace(loop.Syntax, scope), ownKey));
        }
        return scope;
    }

    /// <summary>A local map of all elements of collections in collections, keyed by the keys of all of them.</summary>
    private string Flatten(List<Collection> loops)
    {
        var name = string.Join('_', [.. loops.SkipLast(1).Select(loop => loop.ElementName), loops[^1].Path.Split('.')[^1]]);
        var scope = loops.Aggregate(new Scope(), (outer, loop) => outer.With(loop));
        var (last, rest) = (loops[^1], loops.SkipLast(1).Reverse());
        Syntax all = new ForSyntax(
            last.KeyName,
            last.ElementName,
            _resolver.Replace(last.Syntax, scope),
            TemplateSyntax.Of([.. loops.SelectMany((loop, index) => index == 0 ? new[] { Syntax.Of(loop.KeyName) } : [new LiteralSyntax("/"), Syntax.Of(loop.KeyName)])]),
            new ObjectSyntax([.. loops.Select(loop => loop.KeyName).Append(last.ElementName).Select(entry => ((Syntax)new LiteralSyntax(entry), Syntax.Of(entry)))]));
        foreach (var loop in rest)
        {
            all = new CallSyntax("merge", [new ForSyntax(loop.KeyName, loop.ElementName, _resolver.Replace(loop.Syntax, scope), null, all)], IsExpanded: true);
        }
        _locals[name] = Printer.Loops(all);
        return name;
    }

    private JsonObject Body(JsonObject body, JsonObject blocks, Scope scope, string? address = null)
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
                    AddBlock($"{address}.{name}", name, block, nested, scope, general, dynamics);
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

    private static string DependencyOf(string address) => address.Split('.') is [var type, var name] ? $"{type}.{Symbols.ResourceName(name)}" : address;

    private void AddBlock(string address, string name, JsonObject block, JsonObject nested, Scope scope, JsonObject general, JsonObject dynamics)
    {
        var (key, value) = (Syntax.Of(name).Attribute("key"), Syntax.Of(name).Attribute("value"));
        if (RepetitionOf(name, block, nested, scope) is { } collection)
        {
            Add(dynamics, name, Dynamic(_resolver.Elements(collection, scope), Body(block, nested, scope.With(collection, key, value))));
            return;
        }
        switch (conditions.ContainsKey(address) ? [] : OptionalPartsOf(block, scope))
        {
            case []:
                Add(general, name, Body(block, nested, scope, address));
                break;
            case [var path] when symbols.AppearanceOf(path) != Appearance.SwitchIsOn:
                var part = Named(path, scope);
                var each = symbols.AppearanceOf(path) == Appearance.ListIsFilled ? OnlyWhere(IsThere(path, scope), new ListSyntax([part])) : new SplatSyntax(part);
                Add(dynamics, name, Dynamic(each, Body(block, nested, scope.With(path, value))));
                break;
            case var paths:
                Add(dynamics, name, Dynamic(OnlyWhere(Syntaxes.Joined("||", paths.Select(path => IsThere(path, scope))), Once), Body(block, nested, scope)));
                break;
        }
    }

    private Syntax Named(string path, Scope scope) => _resolver.Replace(Parser.Expression(path), scope);

    private Syntax IsThere(string path, Scope scope) => symbols.AppearanceOf(path) switch
    {
        Appearance.SwitchIsOn => Named(path, scope),
        Appearance.ListIsFilled => Expression.Of($"length({Named(path, scope)}) > 0").Syntax,
        _ => Syntaxes.IsNotNull(Named(path, scope)),
    };

    private static JsonObject Dynamic(Syntax each, JsonObject content) => new() { ["for_each"] = Written(each), ["content"] = content };

    private static void Add(JsonObject body, string name, JsonObject block)
    {
        body[name] ??= new JsonArray();
        body[name]!.AsArray().Add((JsonNode)block);
    }

    /// <summary>The collection that a block is repeated over; null where it is not.</summary>
    private Collection? RepetitionOf(string name, JsonObject block, JsonObject nested, Scope scope)
    {
        var own = block.Where(entry => nested[entry.Key] is null).SelectMany(entry => Texts(entry.Value)).SelectMany(_resolver.CollectionsIn).ToList();
        return Texts(block)
            .SelectMany(_resolver.CollectionsIn)
            .SelectMany(_resolver.AndOuter)
            .Where(collection => !collection.IsOfScalars && !scope.Has(collection.Number) && _resolver.CollectionsIn(collection.Syntax).All(outer => scope.Has(outer.Number)))
            .FirstOrDefault(collection => collection.Block is null ? own.Contains(collection) : collection.Block == name);
    }

    /// <summary>What must be there for a block to be; nothing where something in it always is.</summary>
    private IReadOnlyList<string> OptionalPartsOf(JsonObject block, Scope scope)
    {
        var paths = Texts(block).SelectMany(_resolver.PathsIn).Distinct().ToList();
        var optional = paths.Select(path => _resolver.BeginningsOf(path, scope).Where(beginning => symbols.AppearanceOf(beginning) is not null && !scope.IsOpen(beginning)).ToList()).ToList();
        if (optional.Count == 0 || optional.Any(parts => parts.Count == 0))
        {
            return [];
        }
        // What everything in the block is part of decides, the innermost of such; else any of them does.
        var common = optional.Aggregate((all, parts) => [.. all.Intersect(parts)]);
        return common.Count > 0 ? [common[^1]] : [.. optional.Select(parts => parts[0]).Distinct()];
    }

    /// <summary>The keys and the strings in a part of the configuration, as trees.</summary>
    private IEnumerable<Syntax> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts(entry.Value).Prepend(Read(entry.Key))),
        JsonArray array => array.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [Read(value.GetValue<string>())],
        _ => [],
    };

    private Syntax Read(string template) => _read.TryGetValue(template, out var known) ? known : _read[template] = Parser.Template(template);

    private JsonNode? Attribute(JsonNode? value, Scope scope) => value switch
    {
        JsonArray array when array.Any(item => IsRepeated(item, scope)) => Written(_resolver.Replace(Tree(array), scope)),
        JsonArray array => new JsonArray([.. array.Select(item => Attribute(item, scope))]),
        JsonObject map when map.Any(entry => _resolver.LoopOf(Read(entry.Key), scope) is not null) => Written(_resolver.Replace(Tree(map), scope)),
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(Printer.Template(_resolver.Replace(Read(entry.Key), scope)), Attribute(entry.Value, scope)))),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Written(_resolver.Replace(Read(text.GetValue<string>()), scope)),
        _ => value?.DeepClone(),
    };

    private bool IsRepeated(JsonNode? node, Scope scope) => Texts(node).Any(text => _resolver.LoopOf(text, scope) is not null);

    /// <summary>A part of the configuration as a tree.</summary>
    private Syntax Tree(JsonNode? value) => value switch
    {
        null => Syntaxes.Null,
        JsonArray array => new ListSyntax([.. array.Select(Tree)]),
        JsonObject map => new ObjectSyntax([.. map.Select(entry => (Read(entry.Key), Tree(entry.Value)))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Read(text.GetValue<string>()),
        _ => Parser.Expression(value.ToJsonString()),
    };
}
