namespace Orchestrator.Modules.Publishing;

/// <summary>What in a module's configuration stands for something that its caller decides.</summary>
internal sealed class Symbols
{
    /// <summary>Stands for the variable <c>name</c>, from which everything in the module has its name.</summary>
    internal const string Name = "Each0Key";

    private readonly List<Collection> _collections = [];
    private readonly Dictionary<string, Appearance> _optional = [];

    /// <summary>Adds a collection.</summary>
    internal Collection Add(string path, string elementName, bool isOfScalars, string? block = null, bool isList = false)
    {
        var collection = new Collection(_collections.Count + 1, path, elementName, isOfScalars, block, isList);
        _collections.Add(collection);
        return collection;
    }

    /// <summary>Notes what may not be there, by its expression.</summary>
    internal void AddOptional(string path, Appearance appearance) => _optional[path] = appearance;

    /// <summary>The collection whose elements' keys a symbol stands for.</summary>
    internal Collection Of(string key) => _collections.Single(collection => collection.Key == key);

    /// <summary>The collection of a symbol.</summary>
    internal Collection Get(int number) => _collections[number - 1];

    /// <summary>When what an expression gives counts as being there; null for what always is.</summary>
    internal Appearance? AppearanceOf(string path) => _optional.TryGetValue(path, out var appearance) ? appearance : null;
}

/// <summary>When something counts as being there.</summary>
internal enum Appearance
{
    /// <summary>A plain value: when it is not null.</summary>
    ScalarIsSet,

    /// <summary>An object: when it is not null.</summary>
    ObjectIsSet,

    /// <summary>A list: when it is not empty.</summary>
    ListIsFilled,

    /// <summary>A boolean: when it is true.</summary>
    SwitchIsOn,
}
