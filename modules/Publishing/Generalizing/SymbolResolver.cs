using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Symbols in trees: found, and replaced by what they are called at a place.</summary>
/// <param name="symbols">What they stand for.</param>
/// <param name="conditional">The addresses of resources that are not always made, of which there is one at the most where no key repeats them.</param>
internal sealed class SymbolResolver(Symbols symbols, IReadOnlySet<string> conditional)
{
    /// <summary>The collections whose elements a tree refers to, but for what is repeated in it, which has its own.</summary>
    internal IEnumerable<Collection> CollectionsIn(Syntax syntax) => Found(syntax).Distinct();

    /// <summary>A collection and those that it is in, the outermost first.</summary>
    internal IEnumerable<Collection> AndOuter(Collection collection) => CollectionsIn(collection.Syntax).SelectMany(AndOuter).Append(collection);

    /// <summary>The collection that something is repeated for each element of, the outermost one; null for what stands for itself.</summary>
    internal Collection? LoopOf(Syntax syntax, Scope scope) => CollectionsIn(syntax).SelectMany(AndOuter).FirstOrDefault(collection => !scope.Has(collection.Number));

    /// <summary>What of the module's variables a tree refers to, but for maps that it looks something up in: whether that is there, its key says.</summary>
    internal IEnumerable<string> PathsIn(Syntax syntax) =>
        PathOf(syntax) is { } path ? [path]
        : syntax is IndexSyntax index && PathOf(index.Target) is not null ? PathsIn(index.Key)
        : syntax.Parts().SelectMany(PathsIn);

    /// <summary>The beginnings of a path, and before them those of the collections that nothing repeats over yet and that it begins with an element of.</summary>
    internal IEnumerable<string> BeginningsOf(string path, Scope scope) =>
        (symbols.OfItem(path.Split('.')[0]) is { } collection && !scope.Has(collection.Number) ? BeginningsOf(collection.Path, scope) : []).Concat(PathSyntax.BeginningsOf(path));

    /// <summary>A tree with every symbol replaced.</summary>
    internal Syntax Replace(Syntax syntax, Scope scope) => syntax.Rewrite(part => part switch
    {
        ListSyntax list when list.Items.Any(item => LoopOf(item, scope) is not null) => List(list.Items, scope),
        ObjectSyntax record when record.Entries.Any(entry => LoopOf(entry.Key, scope) is not null) => Map(record.Entries, scope),
        LiteralSyntax { Value: string text } when Symbols.HasKey(text) => Symbols.Named(text, scope),
        NameSyntax name when Symbols.HasKey(name.Name) => Symbols.Named(name.Name, scope),
        NameSyntax or AttributeSyntax when PathSyntax.Of(part) is { } names => names.Count > 1 && Symbols.HasKey(names[1]) ? Address(names[0], names[1], names.Skip(2), scope)
            : names.Count > 2 && names[0] == "data" && Symbols.HasKey(names[2]) ? Address($"data.{names[1]}", names[2], names.Skip(3), scope)
            : PathOf(part) is { } path ? Guarded(path, scope)
            : part,
        _ => null,
    });

    /// <summary>A collection; an empty one where it is in an object that is null.</summary>
    internal Syntax Elements(Collection collection, Scope scope) =>
        ElementsOf(collection, scope) is (var path, { } optional) ? new ConditionalSyntax(Syntaxes.IsNotNull(optional), path, collection.None) : ElementsOf(collection, scope).Path;

    /// <summary>The same for a value of which nothing need be known before the apply.</summary>
    private Syntax TriedElements(Collection collection, Scope scope) => ElementsOf(collection, scope) is var (path, optional) && optional is null ? path : Syntaxes.Call("try", path, collection.None);

    /// <summary>A collection, and the object that it is in where that may be null.</summary>
    private (Syntax Path, Syntax? Optional) ElementsOf(Collection collection, Scope scope)
    {
        var optional = PathSyntax.BeginningsOf(collection.Path).FirstOrDefault(beginning => beginning != collection.Path && symbols.AppearanceOf(beginning) == Appearance.ObjectIsSet && !scope.IsOpen(beginning));
        var name = optional is null ? null : Replace(Parser.Expression(optional), scope);
        return (Replace(collection.Syntax, name is null ? scope : scope.With(optional!, name)), name);
    }

    private IEnumerable<Collection> Found(Syntax syntax) => syntax switch
    {
        ListSyntax => [],
        ObjectSyntax record => record.Entries.Where(entry => !FoundKeys(entry.Key)).SelectMany(entry => Found(entry.Value)),
        LiteralSyntax { Value: string text } => symbols.In(text),
        NameSyntax name => symbols.OfItem(name.Name) is { } collection ? [collection] : symbols.In(name.Name),
        AttributeSyntax attribute => Found(attribute.Target).Concat(symbols.In(attribute.Name)),
        _ => syntax.Parts().SelectMany(Found),
    };

    private bool FoundKeys(Syntax key) => Found(key).Any();

    /// <summary>The path of something below a variable or an element; null for anything else.</summary>
    private string? PathOf(Syntax syntax) => PathSyntax.Of(syntax) is { } names && (names[0] == "var" || symbols.OfItem(names[0]) is not null) ? string.Join('.', names) : null;

    /// <summary>A path. An attribute of an object that may be null would be an error.</summary>
    private Syntax Guarded(string path, Scope scope)
    {
        var isGuarded = PathSyntax.BeginningsOf(path).Reverse().TakeWhile(beginning => !scope.IsOpen(beginning)).Any(beginning => beginning != path && symbols.AppearanceOf(beginning) == Appearance.ObjectIsSet);
        return isGuarded ? Syntaxes.Call("try", Named(path, scope), Syntaxes.Null) : Named(path, scope);
    }

    private Syntax Named(string path, Scope scope)
    {
        foreach (var (opened, name) in scope.Opened)
        {
            if ((path == opened || path.StartsWith($"{opened}.", StringComparison.Ordinal)) && name.ToString() != opened)
            {
                return name.Then(path[opened.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        var names = path.Split('.');
        return (symbols.OfItem(names[0]) is { } collection ? scope.ItemOf(collection.Number) : Syntax.Of(names[0])).Then(names.Skip(1));
    }

    /// <summary>A resource, or an attribute of it.</summary>
    private Syntax Address(string type, string logicalId, IEnumerable<string> attributes, Scope scope)
    {
        var name = Symbols.ResourceName(logicalId);
        var resource = PathOfType(type).Attribute(name);
        var loops = symbols.In(logicalId).ToList();
        return loops.Count > 0 ? new IndexSyntax(resource, KeyOf(loops, scope)).Then(attributes)
            : conditional.Contains($"{type}.{name}") ? Syntaxes.Call("one", new SplatSyntax(resource).Then(attributes))
            : resource.Then(attributes);
    }

    private static Syntax PathOfType(string type) => type.Split('.') is var names ? Syntax.Of(names[0]).Then(names.Skip(1)) : null!;

    /// <summary>The key of what is made for each element of collections: the keys of all with slashes between them, which in what is made so itself is its own.</summary>
    private static Syntax KeyOf(List<Collection> loops, Scope scope) =>
        scope.Own is var (own, key) && own.SequenceEqual(loops) ? key
        : TemplateSyntax.Of([.. loops.SelectMany((loop, index) => index == 0 ? new[] { scope.KeyOf(loop.Number) } : [new LiteralSyntax("/"), scope.KeyOf(loop.Number)])]);

    /// <summary>A list, some of whose elements stand for all of a collection.</summary>
    private Syntax List(IReadOnlyList<Syntax> items, Scope scope)
    {
        var parts = new List<Syntax>();
        foreach (var item in items)
        {
            if (LoopOf(item, scope) is { } collection)
            {
                parts.Add(Loop(item, collection, scope));
            }
            else if (parts is [.., ListSyntax own])
            {
                parts[^1] = new ListSyntax([.. own.Items, Replace(item, scope)]);
            }
            else
            {
                parts.Add(new ListSyntax([Replace(item, scope)]));
            }
        }
        return parts.Count == 1 ? parts[0] : new CallSyntax("concat", parts);
    }

    private Syntax Loop(Syntax item, Collection collection, Scope scope)
    {
        var inner = scope.With(collection);
        var nested = LoopOf(item, inner);
        var element = nested is null ? Replace(item, inner) : Loop(item, nested, inner);
        if (collection.IsList && element is NameSyntax same && same.Name == collection.ElementName)
        {
            return TriedElements(collection, scope);
        }
        var loop = new ForSyntax(Mentions(element, collection.KeyName) ? collection.KeyName : null, collection.ElementName, TriedElements(collection, scope), null, element);
        return nested is null ? loop : Syntaxes.Call("flatten", loop);
    }

    private static bool Mentions(Syntax syntax, string name) => syntax is NameSyntax found ? found.Name == name : syntax.Parts().Any(part => Mentions(part, name));

    /// <summary>An object, some of whose entries stand for all of a collection.</summary>
    private Syntax Map(IReadOnlyList<(Syntax Key, Syntax Value)> entries, Scope scope)
    {
        var (own, parts) = (new List<(Syntax, Syntax)>(), new List<Syntax>());
        foreach (var (key, value) in entries)
        {
            if (LoopOf(key, scope) is not { } collection)
            {
                own.Add((Replace(key, scope), Replace(value, scope)));
                continue;
            }
            var inner = scope.With(collection);
            var (name, element) = (Replace(key, inner), Replace(value, inner));
            parts.Add(name is NameSyntax { Name: var keyName } && keyName == collection.KeyName && element is NameSyntax same && same.Name == collection.ElementName
                ? TriedElements(collection, scope)
                : new ForSyntax(collection.KeyName, collection.ElementName, TriedElements(collection, scope), name, element));
        }
        if (own.Count > 0)
        {
            parts.Insert(0, new ObjectSyntax(own));
        }
        return parts.Count == 1 ? parts[0] : new CallSyntax("merge", parts);
    }
}
