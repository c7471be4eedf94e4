using System.Collections.Immutable;

namespace Orchestrator.Modules.Publishing;

/// <summary>What the symbols are called at a place of a module.</summary>
internal sealed record Scope
{
    private ImmutableDictionary<int, (string Key, string Item)> Elements { get; init; } = ImmutableDictionary<int, (string Key, string Item)>.Empty.Add(0, ("var.name", "var.name"));

    /// <summary>Paths that are known to be there, each with what it is called here; the longest first.</summary>
    internal ImmutableList<(string Path, string Name)> Opened { get; private init; } = [];

    /// <summary>Whether a collection's element has a name here.</summary>
    internal bool Has(int number) => Elements.ContainsKey(number);

    internal string KeyOf(int number) => NameOf(number).Key;

    internal string ItemOf(int number) => NameOf(number).Item;

    /// <summary>The scope in which a collection's element has names.</summary>
    internal Scope With(Collection collection, string key, string item) => this with { Elements = Elements.SetItem(collection.Number, (key, item)) };

    /// <summary>The scope in which what may not be there is.</summary>
    internal Scope With(string path, string name) => this with { Opened = Opened.Add((path, name)).Sort(static (one, other) => other.Path.Length.CompareTo(one.Path.Length)) };

    internal bool IsOpen(string path) => Opened.Any(opened => opened.Path == path);

    private (string Key, string Item) NameOf(int number) =>
        Elements.TryGetValue(number, out var names) ? names : throw new InvalidOperationException($"nothing repeats over the collection {number} here");
}
