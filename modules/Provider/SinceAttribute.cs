namespace Orchestrator.Modules.Provider;

/// <summary>
/// Marks what the lowest supported version of the AWS provider lacks: a property, or a member of an enumeration. What uses it asks for the version that has it, and nothing else does.
/// </summary>
/// <param name="attribute">The attribute of Terraform that it needs, as attributes.tsv has it: <c>aws_lb_listener_rule.transform</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SinceAttribute(string attribute) : Attribute
{
    /// <summary>The attribute of Terraform.</summary>
    public string Attribute { get; } = attribute;

    /// <summary>The first version of the provider that has it.</summary>
    /// <exception cref="KeyNotFoundException">No version that is known has it.</exception>
    internal Version Version => ProviderAttributes.Find(Attribute)?.Since ?? throw new KeyNotFoundException(Attribute);
}
