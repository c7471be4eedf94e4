namespace Orchestrator.Modules.Publishing;

/// <summary>What a change of a module means to those who use it.</summary>
public enum Weight
{
    /// <summary>Nobody has to do anything, or notices anything new.</summary>
    Fix,

    /// <summary>There is something new that nobody has to use.</summary>
    Adds,

    /// <summary>Every configuration still works, but may plan something else.</summary>
    Risky,

    /// <summary>A configuration that worked may fail, or lose a resource.</summary>
    Breaks,
}
