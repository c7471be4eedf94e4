using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Runtime.Services;
using Constructs;
using HashiCorp.Cdktf;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// Does what CDKTF does in node, in this process, for constructs that make resources and nothing else: takes down the tree, then writes the configurations.
/// Everything else that the bindings are asked for while it lasts is a <see cref="NativeGapException"/>, so that nothing is missing in what it writes.
/// </summary>
internal sealed class NativeKernel : IDisposable
{
    /// <summary>What the runtime has before the @ of a reference is a type.</summary>
    private const string ReferencePrefix = "native@";

    private static readonly Dictionary<Type, (NativeType? Type, ConstructorInvoker Wrap)> Types = [];

    private readonly IServiceProvider? _before = ServiceContainer.ServiceProviderOverride;
    private readonly List<NativeNode> _nodes = [new NativeNode(null, "")];
    private readonly Dictionary<DeputyBase, TerraformMap> _values = new(ReferenceEqualityComparer.Instance);

    private NativeKernel() => ServiceContainer.ServiceProviderOverride = new Nothing();

    /// <summary>The one that lasts, or null.</summary>
    internal static NativeKernel? Current { get; private set; }

    /// <summary>What stands for expressions.</summary>
    internal NativeTokens Tokens { get; } = new();

    /// <summary>Begins one.</summary>
    /// <exception cref="NativeGapException">CDKTF is to write HCL.</exception>
    internal static NativeKernel Begin() => Environment.GetEnvironmentVariable("SYNTH_HCL_OUTPUT") is null ? Current = new NativeKernel() : throw new NativeGapException("SYNTH_HCL_OUTPUT");

    /// <summary>The app.</summary>
    internal static App App() => NewApp(ReferenceTo(0));

    /// <summary>Makes a stack, for a constructor to wrap.</summary>
    /// <param name="name">Its name.</param>
    internal ByRefValue CreateStack(string name) =>
        name.Any(static character => char.IsWhiteSpace(character) || "*?[]{}!".Contains(character)) ? throw new NativeGapException($"a stack {name}") : Add(new NativeNode(_nodes[0], NativeValue.Text(name)) { IsStack = true });

    /// <summary>Makes a construct that has no resource of its own, for a constructor to wrap.</summary>
    internal ByRefValue CreateConstruct(Construct scope, string id) => Add(new NativeNode(NodeOf(scope), NativeValue.Text(id)));

    /// <summary>Makes an element.</summary>
    /// <returns>Null where the configuration is another type's.</returns>
    internal T? Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>(Construct scope, string id, object configuration, string? logicalId)
        where T : TerraformElement
    {
        var (type, wrap) = Find(typeof(T));
        if (type is null)
        {
            throw new NativeGapException(typeof(T).FullName!);
        }
        if (type.Convert(configuration) is not { } attributes)
        {
            return null;
        }
        return type.Needs.FirstOrDefault(need => !attributes.TryGet(need, out _)) is { } missing
            ? throw new NativeGapException($"{typeof(T).FullName} without {missing}")
            : (T)wrap.Invoke(Add(new NativeNode(NodeOf(scope), NativeValue.Text(id)) { Type = type, Attributes = attributes, LogicalId = logicalId }))!;
    }

    /// <summary>Adds a file that a configuration names.</summary>
    /// <returns>Where it is, from the configuration.</returns>
    internal string AddAsset(Construct scope, string id, NativeAsset asset)
    {
        var node = new NativeNode(NodeOf(scope), NativeValue.Text(id)) { Asset = Path.IsPathRooted(asset.Source) && File.Exists(asset.Source) ? asset : throw new NativeGapException($"the file {asset.Source}") };
        Add(node);
        return asset.PathOf(node.UniqueId());
    }

    /// <summary>Makes the workspace of a backend in HCP Terraform.</summary>
    internal NamedCloudWorkspace CreateWorkspace(string name, string? project)
    {
        var workspace = NewWorkspace(NewReference($"{ReferencePrefix}{nameof(NamedCloudWorkspace)}", null, true));
        var value = new TerraformMap(2);
        value.Set("name", NativeValue.Of(name));
        value.Set("project", NativeValue.Of(project));
        _values.Add(workspace, value);
        return workspace;
    }

    /// <summary>What the kernel has of a construct.</summary>
    internal NativeNode NodeOf(Construct construct) =>
        Text(Reference(construct)) is var reference && reference.StartsWith(ReferencePrefix, StringComparison.Ordinal) && int.TryParse(reference.AsSpan(ReferencePrefix.Length), CultureInfo.InvariantCulture, out var index) && index < _nodes.Count
            ? _nodes[index]
            : throw new NativeGapException("a construct that node has made");

    /// <summary>The value of an object of the bindings that is one.</summary>
    internal TerraformMap ValueOf(DeputyBase made) => _values.TryGetValue(made, out var value) ? value : throw new NativeGapException($"a {made.GetType()} as a value");

    /// <summary>Writes the configurations and manifest.json.</summary>
    /// <param name="directory">Where to; it must exist.</param>
    internal void Write(string directory)
    {
        var stacks = _nodes[0].WithDescendants().Where(static node => node.IsStack).ToList();
        // All of them before the first file: one may turn out to be for node.
        var configurations = stacks.ConvertAll(static stack => (Stack: stack, Configuration: new NativeStack(stack).Configuration()));
        foreach (var (stack, configuration) in configurations)
        {
            var place = Directory.CreateDirectory(Path.Combine(directory, "stacks", stack.Id)).FullName;
            StableJson.Write(Path.Combine(place, "cdk.tf.json"), configuration);
            foreach (var node in stack.WithDescendants().Where(static node => node.Asset is not null))
            {
                var copy = Path.Combine(place, node.Asset!.PathOf(node.UniqueId()));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(node.Asset.Source, copy);
            }
        }
        StableJson.Write(Path.Combine(directory, "manifest.json"), ManifestOf(stacks));
    }

    /// <summary>Leaves the bindings to node.</summary>
    public void Dispose()
    {
        Current = null;
        ServiceContainer.ServiceProviderOverride = _before;
    }

    private static TerraformMap ManifestOf(IReadOnlyList<NativeNode> stacks)
    {
        var all = new TerraformMap(stacks.Count);
        foreach (var stack in stacks)
        {
            var one = new TerraformMap(8);
            one.Set("annotations", Array.Empty<object>());
            one.Set("constructPath", stack.Path);
            one.Set("dependencies", Array.Empty<object>());
            one.Set("name", stack.Id);
            one.Set("stackMetadataPath", $"stacks/{stack.Id}/metadata.json");
            one.Set("synthesizedStackPath", $"stacks/{stack.Id}/cdk.tf.json");
            one.Set("workingDirectory", $"stacks/{stack.Id}");
            all.Set(stack.Id, one);
        }
        var manifest = new TerraformMap(2);
        manifest.Set("stacks", all);
        manifest.Set("version", NativeTypes.CdktfVersion);
        return manifest;
    }

    private static (NativeType? Type, ConstructorInvoker Wrap) Find([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicConstructors)] Type type)
    {
        if (!Types.TryGetValue(type, out var found))
        {
            found = (NativeTypes.Find(type.FullName!), ConstructorInvoker.Create(type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(ByRefValue)])!));
            Types.Add(type, found);
        }
        return found;
    }

    private ByRefValue Add(NativeNode node)
    {
        node.Scope!.Add(node);
        _nodes.Add(node);
        return ReferenceTo(_nodes.Count - 1);
    }

    // As a proxy, since the runtime keeps a list of all others, and starts node for it.
    private static ByRefValue ReferenceTo(int index) => NewReference(string.Create(CultureInfo.InvariantCulture, $"{ReferencePrefix}{index}"), null, true);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern App NewApp(ByRefValue reference);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern NamedCloudWorkspace NewWorkspace(ByRefValue reference);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern ByRefValue NewReference(string value, string[]? interfaces, bool isProxy);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Reference")]
    private static extern ByRefValue Reference(DeputyBase made);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Value")]
    private static extern string Text(ByRefValue reference);

    /// <summary>Stands for the runtime, which has something for whatever the bindings do.</summary>
    private sealed class Nothing : IServiceProvider
    {
        public object GetService(Type serviceType) => throw new NativeGapException($"the bindings' {serviceType.Name}");
    }
}
