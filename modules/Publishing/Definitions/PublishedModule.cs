using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>A module, ready to be written.</summary>
/// <param name="Definition">What it was made of.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Conditions">What holds between them.</param>
/// <param name="Configuration">Its resources, data sources, local values and outputs.</param>
internal sealed record PublishedModule(ModuleDefinition Definition, IReadOnlyList<VariableAttribute> Variables, IReadOnlyList<ModuleCondition> Conditions, JsonObject Configuration)
{
    /// <summary>Its name.</summary>
    internal string Name => Definition.Name;

    /// <summary>What it asks AWS about.</summary>
    internal IReadOnlyList<DataSource> DataSources { get; init; } = [];

    /// <summary>What holds between its variables and what AWS has.</summary>
    internal IReadOnlyList<ResourceCondition> ResourceConditions { get; init; } = [];

    /// <summary>The files that its code names, by their names beside it.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files { get; init; } = ImmutableDictionary<string, byte[]>.Empty;
}
