namespace Orchestrator.Modules.Findings;

/// <summary>
/// Everything that is declared, as plain data: what the rules look at. A manifest fills one without starting node; the constructs of a
/// stack fill another as they are created.
/// </summary>
public sealed class Model
{
    private readonly List<Declaration> _declarations = [];
    private readonly Dictionary<Type, List<Declaration>> _byKind = [];
    private readonly List<(string From, string To)> _references = [];

    /// <summary>All declarations, in the order in which they were made.</summary>
    public IReadOnlyList<Declaration> Declarations => _declarations;

    /// <summary>Which path of a manifest refers to what other one. Empty for constructs.</summary>
    public IReadOnlyList<(string From, string To)> References => _references;

    /// <summary>The stack that all of it is in; null in a manifest, whose stacks hold what it says, and in a module.</summary>
    internal string? StackName { get; set; }

    /// <summary>The declarations of one kind.</summary>
    public IEnumerable<Declaration<TProps>> Of<TProps>()
        where TProps : class, IProps
        => _byKind.TryGetValue(typeof(TProps), out var found) ? found.Cast<Declaration<TProps>>() : [];

    /// <summary>The declarations whose props have an interface, with the props as that.</summary>
    public IEnumerable<(Declaration Declaration, TProps Props)> With<TProps>()
        where TProps : class, IProps
        => _declarations.Where(declaration => declaration.Props is TProps).Select(declaration => (declaration, (TProps)declaration.Props));

    /// <summary>Adds a declaration.</summary>
    /// <param name="path">Its path: for a manifest the keys from the top, for a construct the construct's path.</param>
    /// <param name="name">Its name among its siblings.</param>
    /// <param name="parent">What it is declared in, or null.</param>
    /// <param name="props">What it says.</param>
    public Declaration Add(string path, string name, Declaration? parent, IProps props) => Add(path, name, parent, props, null);

    /// <summary>Adds a declaration that is written elsewhere than its path says.</summary>
    internal Declaration Add(string path, string name, Declaration? parent, IProps props, WrittenPlaces? written)
    {
        var declaration = Declaration.Of(path, name, parent, props, written);
        parent?.Adopt(declaration);
        _declarations.Add(declaration);
        if (!_byKind.TryGetValue(props.GetType(), out var siblings))
        {
            _byKind[props.GetType()] = siblings = [];
        }
        siblings.Add(declaration);
        return declaration;
    }

    internal void AddReference(string from, string to) => _references.Add((from, to));

    internal void ForEach<TProps>(Action<Declaration<TProps>> action)
        where TProps : class, IProps
    {
        foreach (var declaration in Of<TProps>())
        {
            action(declaration);
        }
    }
}
