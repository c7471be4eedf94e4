using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Provider;

/// <summary>Attributes of one resource that are set whatever its construct says. For stacks that are composed in C#; a manifest has a map of them.</summary>
internal sealed record OverridesProps : IOverrides
{
    /// <summary>The attributes, by the address of the resource and by their paths in it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, RawValue>> Overrides { get; init; }
}

/// <summary>What overrides attributes of resources.</summary>
internal interface IOverrides : IProps
{
    /// <summary>The attributes, by the address of the resource and by their paths in it.</summary>
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, RawValue>> Overrides { get; }
}
