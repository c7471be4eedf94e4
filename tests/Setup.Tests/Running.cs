using System.Diagnostics;

namespace Orchestrator.Setup.Tests;

/// <summary>A process that runs.</summary>
internal sealed class Running : IDisposable
{
    /// <summary>Long enough for the busiest machine: it only ends tests that would hang.</summary>
    internal static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Func<IReadOnlyList<string>> _calls;
    private readonly Task<string> _output;
    private readonly List<string> _errors = [];

    internal Running(ProcessStartInfo start, Func<IReadOnlyList<string>> calls)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _calls = calls;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Returns when it has written such a line to standard error.</summary>
    internal async Task HasWrittenAsync(string part)
    {
        do
        {
            _errors.Add(await _process.StandardError.ReadLineAsync().WaitAsync(Deadline) ?? throw new InvalidOperationException($"It ended without having written: {part}"));
        }
        while (!_errors[^1].Contains(part, StringComparison.Ordinal));
    }

    internal async Task<Result> EndAsync(string input = "")
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
        var errors = await _process.StandardError.ReadToEndAsync().WaitAsync(Deadline);
        var output = await _output.WaitAsync(Deadline);
        await _process.WaitForExitAsync().WaitAsync(Deadline);
        return new Result(_process.ExitCode, Lines(output), [.. _errors, .. Lines(errors)], _calls());
    }

    /// <summary>Ends it and what it has started, without giving any of them time to clean up.</summary>
    internal async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Deadline);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
