using System.Net;

namespace Orchestrator.Lambda.Resolve;

/// <summary>What the DNS said of a load balancer in one run. Where it said nothing that can be used, there is no observation.</summary>
internal sealed record Observation
{
    /// <summary>The addresses that a target group may hold, in order; at least one.</summary>
    internal required IReadOnlyList<IPAddress> Addresses { get; init; }

    /// <summary>Whether these are all: only then does an address that is not among them count as missing.</summary>
    internal required bool IsComplete { get; init; }

    /// <summary>Addresses in the answers that a target group must not hold. Who answers with such is not believed about what is missing.</summary>
    internal IReadOnlyList<IPAddress> Foreign { get; init; } = [];

    /// <summary>How many answers it is made of.</summary>
    internal int Lookups { get; init; }

    /// <summary>How it came about, for people.</summary>
    internal string Source { get; init; } = "";

    /// <summary>Whether it is that of an earlier run, which has been counted.</summary>
    internal bool IsRecalled { get; init; }

    /// <summary>Whether it proves that an address is gone.</summary>
    internal bool ProvesAbsence => IsComplete && Foreign.Count == 0;
}
