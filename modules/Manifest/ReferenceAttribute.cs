namespace Orchestrator.Modules.Manifest;

/// <summary>Says how a manifest names what this interface stands for.</summary>
/// <param name="section">The section whose keys are the names: <c>targetGroup: web</c> refers to <c>targetGroups.web</c>.</param>
/// <param name="existing">The key that names something outside the manifest instead: <c>targetGroup: { arn: … }</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class ReferenceAttribute(string section, string? existing = null) : Attribute
{
    /// <summary>The section whose keys are the names.</summary>
    public string Section { get; } = section;

    /// <summary>The key that names something outside the manifest, or null where only the section counts.</summary>
    public string? Existing { get; } = existing;
}
