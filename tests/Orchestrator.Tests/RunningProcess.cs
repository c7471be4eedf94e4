using System.Diagnostics;
using System.Globalization;

namespace Orchestrator.Tests;

/// <summary>A process that runs beside the test.</summary>
internal sealed class RunningProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    internal RunningProcess(Process process, string? input)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
    }

    public void Dispose() => _process.Dispose();

    internal ProcessResult Wait()
    {
        _process.WaitForExit();
        return new ProcessResult(_process.ExitCode, _output.GetAwaiter().GetResult(), _error.GetAwaiter().GetResult());
    }

    /// <summary>Sends it a signal, and nobody else.</summary>
    internal void Signal(string signal) => Processes.Run("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)], AppContext.BaseDirectory);
}
