namespace Orchestrator.Modules.Publishing;

/// <summary>How the variables of a module differ from the props that they come from.</summary>
internal sealed record ModuleShape
{
    /// <summary>Properties that are no variables, by the keys that lead to them: <c>targets.*.functionArn</c>.</summary>
    internal IReadOnlySet<string> LeftOut { get; init; } = new HashSet<string>();

    /// <summary>Properties that the caller must give though the props need not have them, by the keys that lead to them.</summary>
    internal IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    /// <summary>What the module makes itself and what its variables therefore name by key: the kind of the reference, and the type of the resource.</summary>
    internal IReadOnlyDictionary<Type, string> Made { get; init; } = new Dictionary<Type, string>();

    /// <summary>
    /// Secrets, by the keys that lead to them, each with the sensitive variable that holds it by a key of the caller's choice. Where the secret is used an attribute names that key,
    /// since <c>for_each</c> takes nothing sensitive.
    /// </summary>
    internal IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Attributes that no value of the props stands for, by where they are: the keys that lead there, empty for the top.</summary>
    internal IReadOnlyList<(string Place, VariableAttribute Attribute)> Added { get; init; } = [];

    /// <summary>Blocks that are repeated for each element of a collection where that is not the innermost, by the keys that lead to the collection.</summary>
    internal IReadOnlyDictionary<string, string> Blocks { get; init; } = new Dictionary<string, string>();

    /// <summary>Booleans without which a block has nothing to say, by the keys that lead to them.</summary>
    internal IReadOnlySet<string> Switches { get; init; } = new HashSet<string>();

    /// <summary>Objects that are there with their defaults where the caller leaves them out, though the props have none there, by the keys that lead to them.</summary>
    internal IReadOnlySet<string> Present { get; init; } = new HashSet<string>();

    /// <summary>
    /// Values that stand in objects of their own, by the keys that lead to them, each with the object's name and its own in it: so it is known whether there is one
    /// before it is made, and what depends on that can be planned.
    /// </summary>
    internal IReadOnlyDictionary<string, (string Object, string Attribute)> Held { get; init; } = new Dictionary<string, (string Object, string Attribute)>();

    /// <summary>
    /// Properties that become some of another declaration, whose rules therefore hold for them and for what is in them: the keys that lead there, and the kind of
    /// declaration with the property's path in it.
    /// </summary>
    internal IReadOnlyDictionary<string, (Type Declared, string Path)> Becoming { get; init; } = new Dictionary<string, (Type Declared, string Path)>();

    /// <summary>Other descriptions, by the keys that lead to the property.</summary>
    internal IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();
}
