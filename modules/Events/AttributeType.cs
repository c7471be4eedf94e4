namespace Orchestrator.Modules.Events;

/// <summary>The type of a key of a table.</summary>
public enum AttributeType
{
    /// <summary>A string.</summary>
    S,

    /// <summary>A number.</summary>
    N,

    /// <summary>Bytes.</summary>
    B,
}
