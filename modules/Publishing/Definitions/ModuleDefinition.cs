namespace Orchestrator.Modules.Publishing;

/// <summary>A module that is published: what its variables are and what is made of them.</summary>
internal abstract class ModuleDefinition
{
    /// <summary>Its name, and that of its folder: <c>target-group</c>.</summary>
    internal abstract string Name { get; }

    /// <summary>What it makes, in one sentence.</summary>
    internal abstract string Purpose { get; }

    /// <summary>
    /// Resources that had another name in an earlier version, the earliest first: the old address and the new one. Terraform moves them in the state of
    /// whoever upgrades.
    /// </summary>
    internal virtual IReadOnlyList<(string From, string To)> Renames => [];

    /// <summary>Makes it of constructs.</summary>
    internal abstract void Build(ModuleBuilder module);
}
