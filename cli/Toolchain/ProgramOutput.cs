using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Orchestrator.Cli.Toolchain;

/// <summary>What a short program printed.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Text">Its standard output.</param>
internal sealed record ProgramOutput(int ExitCode, string Text)
{
    /// <summary>Runs a program to its end; null where there is none of this name.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Where it runs; the current directory unless given.</param>
    /// <param name="variables">Environment variables besides those of this process.</param>
    internal static ProgramOutput? Of(string program, IReadOnlyList<string> arguments, string? directory = null, params IReadOnlyList<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory ?? "", RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            error.GetAwaiter().GetResult();
            process.WaitForExit();
            return new ProgramOutput(process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
