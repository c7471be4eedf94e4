namespace Orchestrator.Modules.Findings;

/// <summary>Something that a manifest or a construct declares.</summary>
public abstract class Declaration
{
    private readonly List<Declaration> _children = [];

    private protected Declaration(string path, string name, Declaration? parent)
    {
        Path = path;
        Name = name;
        Parent = parent;
    }

    /// <summary>Its path, unique in the model.</summary>
    public string Path { get; }

    /// <summary>Its name among its siblings.</summary>
    public string Name { get; }

    /// <summary>What it is declared in: the load balancer of a listener; null at the top.</summary>
    public Declaration? Parent { get; }

    /// <summary>What is declared in it, in the order of declaration.</summary>
    public IReadOnlyList<Declaration> Children => _children;

    /// <summary>What it says.</summary>
    public abstract IProps Props { get; }

    /// <summary>Every value that it says.</summary>
    internal IReadOnlyList<PropertyValue> Values => field ??= [.. PropertyValues.Of(Props)];

    /// <summary>Where it is written, where that is not its path.</summary>
    internal WrittenPlaces? Written { get; private set; }

    /// <summary>The name that its resource has in Terraform: the names of what it is declared in, joined by underscores, and its own.</summary>
    internal string LogicalId => Parent is { Name.Length: > 0 } parent ? $"{parent.LogicalId}_{Name}" : Name;

    /// <summary>Where it is written, or one of its properties: what a finding about it names.</summary>
    /// <param name="property">The property's path below it; empty for it as a whole.</param>
    internal string WrittenAt(string property = "") => Written?.Of(property) ?? PropertyPath.Join(Path, property);

    internal void Adopt(Declaration child) => _children.Add(child);

    /// <summary>A declaration that knows the kind of its props.</summary>
    internal static Declaration Of(string path, string name, Declaration? parent, IProps props, WrittenPlaces? written)
    {
        var declaration = (Declaration)Activator.CreateInstance(typeof(Declaration<>).MakeGenericType(props.GetType()), path, name, parent, props)!;
        declaration.Written = written;
        return declaration;
    }
}

/// <summary>A declaration whose props are of a known kind.</summary>
public sealed class Declaration<TProps> : Declaration
    where TProps : class, IProps
{
    /// <summary>Declares something.</summary>
    public Declaration(string path, string name, Declaration? parent, TProps props)
        : base(path, name, parent) => Props = props;

    /// <inheritdoc/>
    public override TProps Props { get; }
}
