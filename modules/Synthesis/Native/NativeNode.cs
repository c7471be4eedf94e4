using System.Globalization;

namespace Orchestrator.Modules.Synthesis;

/// <summary>A construct as the kernel knows it.</summary>
/// <param name="scope">What it stands in; null for the app.</param>
/// <param name="id">Its id there.</param>
internal sealed class NativeNode(NativeNode? scope, string id)
{
    private readonly Dictionary<string, NativeNode> _children = new(0, StringComparer.Ordinal);

    /// <summary>Its id.</summary>
    internal string Id { get; } = id;

    /// <summary>What it stands in.</summary>
    internal NativeNode? Scope { get; } = scope;

    /// <summary>The ids that lead to it.</summary>
    internal string Path { get; } = scope is null or { Path.Length: 0 } ? id : $"{scope.Path}/{id}";

    /// <summary>Whether it is a stack.</summary>
    internal bool IsStack { get; init; }

    /// <summary>What kind of element it is; null for what has no part in a configuration.</summary>
    internal NativeType? Type { get; init; }

    /// <summary>An element's attributes.</summary>
    internal TerraformMap? Attributes { get; init; }

    /// <summary>The name in Terraform that it was given.</summary>
    internal string? LogicalId { get; set; }

    /// <summary>What was to be there beside the attributes, or in their place.</summary>
    internal TerraformMap? Overrides { get; private set; }

    /// <summary>The addresses of what Terraform makes before it.</summary>
    internal string[]? DependsOn { get; set; }

    /// <summary>What asks whether it is valid.</summary>
    internal List<Func<string[]>> Validations { get; } = new(0);

    /// <summary>A file that stands beside the configuration.</summary>
    internal NativeAsset? Asset { get; init; }

    /// <summary>The name that CDKTF gives it.</summary>
    internal string UniqueId() => Synthesis.UniqueId.Of(IdsBelowStack());

    /// <summary>Takes in a child.</summary>
    /// <exception cref="NativeGapException">CDKTF would refuse it, or call it otherwise.</exception>
    internal NativeNode Add(NativeNode child) => child.Id.Length > 0 && !child.Id.Contains('/') && _children.TryAdd(child.Id, child) ? child : throw new NativeGapException($"a construct {child.Path}");

    /// <summary>Sets what is to be at a path of keys; null takes out what is there.</summary>
    internal void Override(string path, object? value)
    {
        var keys = path.Split('.');
        var map = Overrides ??= new TerraformMap(2);
        foreach (var key in keys.AsSpan()[..^1])
        {
            map = map.MapAt(key);
        }
        map.Set(keys[^1], value is null ? TerraformMap.Nothing : NativeValue.Of(value) ?? throw new NativeGapException("null as an override"));
    }

    /// <summary>It and all that is in it, in the order in which CDKTF visits them.</summary>
    internal IEnumerable<NativeNode> WithDescendants() => InOrder().SelectMany(static child => child.WithDescendants()).Prepend(this);

    private IEnumerable<string> IdsBelowStack() => IsStack || Scope is null ? [] : Scope.IdsBelowStack().Append(Id);

    // JavaScript has what looks like an array's index before all other keys of an object.
    private IEnumerable<NativeNode> InOrder()
    {
        var indices = _children.Values.Where(static child => IsIndex(child.Id)).ToList();
        return indices.Count == 0 ? _children.Values : indices.OrderBy(static child => uint.Parse(child.Id, CultureInfo.InvariantCulture)).Concat(_children.Values.Where(static child => !IsIndex(child.Id)));
    }

    private static bool IsIndex(string id) => char.IsAsciiDigit(id[0]) && uint.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < uint.MaxValue && (id == "0" || id[0] != '0');
}
