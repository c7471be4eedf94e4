namespace Orchestrator.Diagram;

/// <summary>What a plan does to a node.</summary>
public enum TrafficAction
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>It is created.</summary>
    Add,

    /// <summary>It is changed in place.</summary>
    Change,

    /// <summary>It is deleted and created again.</summary>
    Replace,

    /// <summary>It is deleted, or no longer managed.</summary>
    Delete,
}
