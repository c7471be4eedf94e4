namespace Orchestrator.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    internal const int Good = 0;

    /// <summary>Bad input, a tool that is missing, or something outside said no.</summary>
    internal const int Failed = 1;

    /// <summary>A plan changes something.</summary>
    internal const int Changes = 2;

    /// <summary>There are findings at error level, or of a plan findings that nobody answers for.</summary>
    internal const int Findings = 3;
}
