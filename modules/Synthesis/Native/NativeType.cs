namespace Orchestrator.Modules.Synthesis;

/// <summary>What is known of a class of the bindings, from the npm package that describes it.</summary>
/// <param name="Section">Where it stands in a configuration: resource, data, provider, output, variable, backend, or cloud.</param>
/// <param name="Type">Its type in Terraform; empty where it has none.</param>
/// <param name="Convert">Its attributes from its configuration; null from that of another class.</param>
internal sealed record NativeType(string Section, string Type, Func<object, TerraformMap?> Convert)
{
    /// <summary>Attributes to which CDKTF gives a value where the configuration has none: one that the kernel does not know.</summary>
    internal IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Where Terraform gets a provider from.</summary>
    internal string? Source { get; init; }

    /// <summary>The provider's version.</summary>
    internal string? Version { get; init; }
}
