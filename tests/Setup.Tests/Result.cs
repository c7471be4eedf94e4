namespace Orchestrator.Setup.Tests;

/// <summary>What a process did.</summary>
/// <param name="ExitCode">0 where all went well.</param>
/// <param name="Output">The lines on standard output.</param>
/// <param name="Errors">The lines on standard error.</param>
/// <param name="Calls">How tools were called, in this order.</param>
internal sealed record Result(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors, IReadOnlyList<string> Calls);
