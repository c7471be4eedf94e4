using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.State;

namespace Orchestrator.Modules.Names;

/// <summary>Every name of a model that is known before Terraform runs.</summary>
internal static class ResourceNames
{
    /// <summary>The names, in the order of declaration.</summary>
    internal static IEnumerable<NamedResource> Of(Model model)
    {
        var stacks = new Stacks(model);
        return model.With<INamesResources>().SelectMany(named => named.Props.NamesAt(new NamePlace(named.Declaration, stacks.Name(named.Declaration)))).OfType<NamedResource>();
    }

    /// <summary>The stack of one declaration; null where it is not known.</summary>
    internal static string? StackOf(Model model, Declaration declaration) => new Stacks(model).Name(declaration);

    /// <summary>The stacks of a model's declarations: those of a manifest, or the one that is composed in C#.</summary>
    private sealed class Stacks(Model model)
    {
        private readonly StackAssignment? _assignment = model.Of<ManifestProps>().FirstOrDefault() is { } manifest ? new StackAssignment(manifest.Props) : null;

        internal string? Name(Declaration declaration) => _assignment?.StackOf(declaration.Path) ?? model.StackName;
    }
}
