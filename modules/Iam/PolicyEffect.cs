namespace Orchestrator.Modules.Iam;

/// <summary>What a statement does with the actions that it names.</summary>
public enum PolicyEffect
{
    /// <summary>They are allowed.</summary>
    Allow,

    /// <summary>They are denied, whatever allows them.</summary>
    Deny,
}
