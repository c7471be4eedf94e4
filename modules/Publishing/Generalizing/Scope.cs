using System.Collections.Immutable;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>What the symbols are called at a place of a module.</summary>
internal sealed record Scope
{
    private static readonly Syntax OwnName = Syntax.Of("var").Attribute("name");

    private ImmutableDictionary<int, (Syntax Key, Syntax Item)> Elements { get; init; } = ImmutableDictionary<int, (Syntax Key, Syntax Item)>.Empty.Add(0, (OwnName, OwnName));

    /// <summary>Paths that are known to be there, each with what it is called here; the longest first.</summary>
    internal ImmutableList<(string Path, Syntax Name)> Opened { get; private init; } = [];

    /// <summary>What a resource is made for each element of, the outermost collection first, and the key that it then has.</summary>
    internal (IReadOnlyList<Collection> Loops, Syntax Key)? Own { get; init; }

    /// <summary>Whether a collection's element has a name here.</summary>
    internal bool Has(int number) => Elements.ContainsKey(number);

    internal Syntax KeyOf(int number) => NameOf(number).Key;

    internal Syntax ItemOf(int number) => NameOf(number).Item;

    /// <summary>The scope in which a collection's element has names.</summary>
    internal Scope With(Collection collection, Syntax key, Syntax item) => this with { Elements = Elements.SetItem(collection.Number, (key, item)) };

    /// <summary>The scope of a loop over a collection.</summary>
    internal Scope With(Collection collection) => With(collection, Syntax.Of(collection.KeyName), Syntax.Of(collection.ElementName));

    /// <summary>The scope in which what may not be there is.</summary>
    internal Scope With(string path, Syntax name) => this with { Opened = Opened.Add((path, name)).Sort(static (one, other) => other.Path.Length.CompareTo(one.Path.Length)) };

    internal bool IsOpen(string path) => Opened.Any(opened => opened.Path == path);

    private (Syntax Key, Syntax Item) NameOf(int number) =>
        Elements.TryGetValue(number, out var names) ? names : throw new InvalidOperationException($"nothing repeats over the collection {number} here");
}
