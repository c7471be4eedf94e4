namespace Orchestrator.Lambda.Decide;

/// <summary>What stands against removing what is due.</summary>
internal enum RefusalKind
{
    /// <summary>The observation does not prove that anything is gone.</summary>
    NoProof,

    /// <summary>Another run may be removing.</summary>
    AnotherRun,

    /// <summary>The DNS names fewer addresses than must be healthy: more likely than such a load balancer is an answer that is wrong.</summary>
    TooFewNamed,

    /// <summary>Too few targets that are in the DNS are healthy.</summary>
    Floor,

    /// <summary>Healthy targets serve on until their successors do.</summary>
    Successors,

    /// <summary>The group becomes smaller, and does so slowly.</summary>
    Pace,
}
