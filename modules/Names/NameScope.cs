namespace Orchestrator.Modules.Names;

/// <summary>Within what two things of one type cannot have one name.</summary>
internal enum NameScope
{
    /// <summary>All accounts and regions of a partition of AWS.</summary>
    Partition,

    /// <summary>An account, in all of its regions.</summary>
    Account,

    /// <summary>A region of an account.</summary>
    Region,

    /// <summary>What the thing is part of: a cluster, a VPC, a hosted zone.</summary>
    Whole,

    /// <summary>What the thing is part of, where an account's things differ from those of another.</summary>
    WholeAndAccount,
}
