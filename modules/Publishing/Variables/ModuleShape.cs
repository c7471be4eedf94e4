namespace Orchestrator.Modules.Publishing;

/// <summary>How the variables of a module differ from the props that they come from.</summary>
internal sealed record ModuleShape
{
    /// <summary>Properties that are no variables, by the keys that lead to them: <c>listeners.*.defaultAction.authenticateOidc</c>.</summary>
    internal IReadOnlySet<string> LeftOut { get; init; } = new HashSet<string>();

    /// <summary>What the module makes itself and what its variables therefore name by key: the kind of the reference, and the type of the resource.</summary>
    internal IReadOnlyDictionary<Type, string> Made { get; init; } = new Dictionary<Type, string>();

    /// <summary>Attributes that no value of the props stands for, by where they are: the keys that lead there, empty for the top.</summary>
    internal IReadOnlyList<(string Place, VariableAttribute Attribute)> Added { get; init; } = [];

    /// <summary>Blocks that are repeated for each element of a collection where that is not the innermost, by the keys that lead to the collection.</summary>
    internal IReadOnlyDictionary<string, string> Blocks { get; init; } = new Dictionary<string, string>();

    /// <summary>Other descriptions, by the keys that lead to the property.</summary>
    internal IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();
}
