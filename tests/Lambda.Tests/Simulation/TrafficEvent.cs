namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>What happens to a load balancer, to what stands between it and the function, or to the function.</summary>
internal enum TrafficKind
{
    /// <summary>Some nodes leave the DNS, and others take their places at once, as many or fewer.</summary>
    Replace,

    /// <summary>Nodes are added, and minutes later as many of the old ones leave the DNS.</summary>
    ReplaceEarly,

    /// <summary>Some nodes leave the DNS.</summary>
    ScaleIn,

    /// <summary>Nodes are added.</summary>
    ScaleOut,

    /// <summary>The DNS leaves out a node for less than it takes to believe that it is gone.</summary>
    DnsFlaps,

    /// <summary>The DNS leaves out a part of the nodes, for minutes, in answers that look complete.</summary>
    DnsLies,

    /// <summary>The DNS answers in part, and it shows.</summary>
    DnsIsIncomplete,

    /// <summary>The DNS gives no answer.</summary>
    DnsFails,

    /// <summary>RegisterTargets fails.</summary>
    RegisterFails,

    /// <summary>DeregisterTargets is refused.</summary>
    DeregisterIsRefused,

    /// <summary>DeregisterTargets gets no answer, and nothing is removed.</summary>
    DeregisterFails,

    /// <summary>DeregisterTargets gets no answer, though it removes.</summary>
    DeregisterSeemsToFail,

    /// <summary>Writing fails.</summary>
    WriteFails,

    /// <summary>Writing succeeds, and seems to fail.</summary>
    WriteSeemsToFail,

    /// <summary>S3 says that somebody else has written, and nobody has.</summary>
    WriteIsRefused,

    /// <summary>Writing succeeds, its answer is lost, and its repetition is refused.</summary>
    WriteIsRefusedWhenRepeated,

    /// <summary>Reading fails.</summary>
    ReadFails,

    /// <summary>DescribeTargetHealth leaves a target out.</summary>
    ListIsIncomplete,

    /// <summary>A run dies after some of its calls, and the process with it.</summary>
    RunDies,

    /// <summary>A node that has left the DNS fails its health checks for a moment.</summary>
    LeftNodeFlaps,

    /// <summary>One or two nodes that are in the DNS fail their health checks for a moment.</summary>
    NodeFlaps,
}

/// <summary>Something that happens.</summary>
/// <param name="At">When, in steps of 30 seconds.</param>
/// <param name="Kind">What.</param>
/// <param name="Steps">For how many steps.</param>
/// <param name="Number">Chooses among its possibilities.</param>
internal readonly record struct TrafficEvent(int At, TrafficKind Kind, int Steps, int Number);
