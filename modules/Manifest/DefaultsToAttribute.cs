namespace Orchestrator.Modules.Manifest;

/// <summary>Says where in a manifest the value stands that a property has when it is left out.</summary>
/// <param name="path">The keys from the top, <c>network.vpcId</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultsToAttribute(string path) : Attribute
{
    /// <summary>The keys from the top.</summary>
    public string Path { get; } = path;
}
