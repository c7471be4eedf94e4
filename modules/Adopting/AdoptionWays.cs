namespace Orchestrator.Modules.Adopting;

/// <summary>How what is adopted comes into the state of a stack.</summary>
public enum AdoptionWays
{
    /// <summary>By import blocks, into a state of its own.</summary>
    Imported,

    /// <summary>By moved blocks, within the state in which it is; what is left in that is forgotten.</summary>
    Moved,
}
