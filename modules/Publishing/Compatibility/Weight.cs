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

/// <summary>One change between two versions of a module.</summary>
/// <param name="Weight">What it means to those who use the module.</param>
/// <param name="Place">What changed: <c>variable.listeners</c>.</param>
/// <param name="What">How, as the rest of a sentence.</param>
public sealed record ModuleChange(Weight Weight, string Place, string What);
