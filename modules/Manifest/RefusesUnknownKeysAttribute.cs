namespace Orchestrator.Modules.Manifest;

/// <summary>Names the rule under which a key is reported that the record does not have, where it is not the manifest's general one.</summary>
/// <param name="rule">The rule's id.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefusesUnknownKeysAttribute(string rule) : Attribute
{
    /// <summary>The rule's id.</summary>
    public string Rule { get; } = rule;
}
