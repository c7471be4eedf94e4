namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>What happens next in a history.</summary>
internal enum StepKind
{
    Run,
    RunAgainAtOnce,
    RunLater,
    DnsGains,
    DnsLoses,
    DnsChangesWholly,
    ObservationIsIncomplete,
    ObservationIsForged,
    TargetFallsIll,
    TargetRecovers,
    SomebodyRegisters,
    SomebodyDeregisters,
    RunDies,
    ProcessIsReplaced,
    RegistrationFails,
    WriteFails,
    RunsOverlap,
    ClockGoesBack,
}

/// <summary>A step and the number that chooses among its possibilities.</summary>
internal readonly record struct Step(StepKind Kind, int Number);
