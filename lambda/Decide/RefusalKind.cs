namespace Orchestrator.Lambda.Decide;

/// <summary>What stands against removing what is due.</summary>
internal enum RefusalKind
{
    /// <summary>The observation does not prove that anything is gone.</summary>
    NoProof,

    /// <summary>Another run may be removing.</summary>
    AnotherRun,

    /// <summary>Too few targets that are in the DNS are healthy.</summary>
    Floor,

    /// <summary>Fewer targets that are in the DNS are healthy than healthy ones would go.</summary>
    Replacements,

    /// <summary>More would go than one run may remove.</summary>
    Number,

    /// <summary>A larger share would go than one run may remove.</summary>
    Share,
}
