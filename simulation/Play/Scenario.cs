using System.Net;

namespace Orchestrator.Simulation.Play;

/// <summary>What a simulation begins with and what happens in it.</summary>
public sealed record Scenario
{
    /// <summary>Its name: that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>How long it lasts.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The load balancer's addresses at the beginning: in the DNS, registered and healthy.</summary>
    public required IReadOnlyList<IPAddress> Addresses { get; init; }

    /// <summary>Whether <c>all.NAME</c> is answered.</summary>
    public bool HasAll { get; init; } = true;

    /// <summary>How long a target takes from its registration until it is healthy.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long health checks take to find out that a node serves no more.</summary>
    public TimeSpan UnhealthyAfter { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long a target drains.</summary>
    public TimeSpan DrainsFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most targets that the group takes.</summary>
    public int Quota { get; init; } = 1000;

    /// <summary>How many nodes the traffic needs: fewer lose the rest of it.</summary>
    public required int Needs { get; init; }

    /// <summary>Environment variables of the function.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>What happens, in order of time.</summary>
    public required IReadOnlyList<ScenarioEvent> Events { get; init; }
}

/// <summary>Something that happens.</summary>
/// <param name="At">When, from the beginning.</param>
/// <param name="Kind">What.</param>
/// <param name="Addresses">Whom it happens to; none where it is of no address.</param>
public sealed record ScenarioEvent(TimeSpan At, EventKind Kind, IReadOnlyList<IPAddress> Addresses);

/// <summary>What can happen.</summary>
public enum EventKind
{
    /// <summary>Nodes begin to serve, and are in the DNS.</summary>
    Appear,

    /// <summary>Nodes leave the DNS; they still serve.</summary>
    Leave,

    /// <summary>Nodes serve no more.</summary>
    Die,

    /// <summary>The name leads to another load balancer, which has these nodes; those of the other still serve.</summary>
    NameMoves,

    /// <summary>Every DNS query fails.</summary>
    DnsFails,

    /// <summary>The DNS answers with some of the addresses alone.</summary>
    DnsIsPartial,

    /// <summary>The DNS answers with all that are in it.</summary>
    DnsAnswers,

    /// <summary>Every registration fails.</summary>
    RegisterFails,

    /// <summary>Registrations succeed.</summary>
    RegisterWorks,

    /// <summary>Every write to S3 fails.</summary>
    WriteFails,

    /// <summary>Every write to S3 succeeds, and is answered with an error.</summary>
    WriteSeemsToFail,

    /// <summary>S3 refuses every write as if another run had written meanwhile.</summary>
    WriteIsRefused,

    /// <summary>Writes to S3 succeed.</summary>
    WriteWorks,

    /// <summary>Every read from S3 fails.</summary>
    ReadFails,

    /// <summary>Reads from S3 succeed.</summary>
    ReadWorks,

    /// <summary>DescribeTargetHealth leaves targets out.</summary>
    ListIsPartial,

    /// <summary>DescribeTargetHealth lists all targets.</summary>
    ListIsWhole,

    /// <summary>The next run dies after it has looked, before it has written anything.</summary>
    DiesBeforeWriting,

    /// <summary>The next run that registers dies between the registration and what it writes next.</summary>
    DiesAfterRegistering,

    /// <summary>The next run that removes dies between the removal and what it writes next.</summary>
    DiesAfterRemoving,

    /// <summary>The next run is invoked twice at once.</summary>
    RunsTwice,

    /// <summary>Somebody else registers targets.</summary>
    SomebodyRegisters,
}
