using System.Diagnostics;

namespace Orchestrator.Tests;

/// <summary>What a process did.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error);

/// <summary>Runs processes to their end.</summary>
internal static class Processes
{
    internal static ProcessResult Run(string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string?>? environment = null, string? input = null)
    {
        using var process = Start(program, arguments, directory, environment, input);
        return process.Wait();
    }

    internal static RunningProcess Start(string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string?>? environment = null, string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }
        return new RunningProcess(Process.Start(start)!, input);
    }
}
