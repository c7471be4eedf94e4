namespace Orchestrator.Modules.Provider;

/// <summary>
/// Marks what the lowest supported version of the AWS provider lacks: a property, or a member of an enumeration. What uses it asks for the version that has it, and nothing else does.
/// </summary>
/// <param name="attribute">The attribute of Terraform that it needs, as attributes.tsv has it: <c>aws_lb_listener_rule.transform</c>.</param>
/// <param name="version">The first version that accepts the value, where the attribute itself is older; a comment beside it says how that is known.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SinceAttribute(string attribute, string? version = null) : Attribute
{
    /// <summary>The attribute of Terraform.</summary>
    public string Attribute { get; } = attribute;

    /// <summary>The first version of the provider that has it.</summary>
    /// <exception cref="KeyNotFoundException">No version that is known has it.</exception>
    internal Version Version { get; } = (version is null ? ProviderAttributes.Find(attribute)?.Since : Version.Parse(version)) ?? throw new KeyNotFoundException(attribute);
}
