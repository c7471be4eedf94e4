namespace Orchestrator.Modules.Manifest;

/// <summary>Names the constraint that a property's type enforces, so that a manifest's mistake is reported under its id.</summary>
/// <param name="rule">The rule's id.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnforcesAttribute(string rule) : Attribute
{
    /// <summary>The rule's id.</summary>
    public string Rule { get; } = rule;
}
