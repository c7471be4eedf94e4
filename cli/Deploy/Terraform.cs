using System.Diagnostics;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Deploy;

/// <summary>Runs Terraform in the directories of stacks.</summary>
/// <param name="program">The program.</param>
/// <param name="providers">Where it takes providers from.</param>
/// <param name="interrupts">What it is told of.</param>
internal sealed class Terraform(TerraformProgram program, ProviderInstallation providers, Interrupts interrupts)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Lock _installation = new();

    /// <summary>What runs.</summary>
    internal TerraformProgram Program => program;

    /// <summary>Whether somebody wants this to end.</summary>
    internal bool IsInterrupted => interrupts.IsRequested;

    /// <summary>
    /// Runs it to its end. What it says goes to a file and not through this process: should this process be killed, Terraform goes on, saves the
    /// state and releases the lock.
    /// </summary>
    /// <param name="directory">The stack's directory.</param>
    /// <param name="log">The file. One that stands there is removed first: another process that still writes to it goes on by itself, and nobody else can read the new one.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="said">Gets every line as it is said; nobody unless given.</param>
    /// <exception cref="Failure">It failed: in one line, why.</exception>
    internal void Run(string directory, string log, IReadOnlyList<string> arguments, Action<string>? said = null)
    {
        if (IsInterrupted)
        {
            throw new Failure("interrupted before Terraform was started");
        }
        var start = Start(directory, "sh", ["-c", "umask 077; log=$1; shift; rm -f \"$log\"; exec \"$@\" </dev/null >\"$log\" 2>&1", "sh", log, program.Command, .. arguments, "-no-color"]);
        using var process = Process.Start(start)!;
        interrupts.Add(process);
        try
        {
            using var lines = new LogLines(log, said);
            while (!process.WaitForExit(Look))
            {
                lines.Show();
            }
            lines.Show();
        }
        finally
        {
            interrupts.Remove(process);
        }
        if (process.ExitCode != 0)
        {
            throw new Failure(IsInterrupted ? $"interrupted; Terraform has ended by itself, and what it said is in {log}" : TerraformError.Of(File.ReadAllText(log), directory, log, this));
        }
    }

    /// <summary>Prepares a stack's directory: backend and providers. One at a time, since a cache of plugins does not bear two.</summary>
    /// <param name="directory">The stack's directory.</param>
    /// <param name="log">The file for what it says.</param>
    /// <param name="arguments">Further arguments.</param>
    internal void Initialize(string directory, string log, params IEnumerable<string> arguments)
    {
        lock (_installation)
        {
            IReadOnlyList<string> all = ["init", "-input=false", .. arguments];
            try
            {
                Run(directory, log, all);
            }
            catch (Failure) when (File.Exists(log) && TerraformError.IsAboutRegistry(File.ReadAllText(log)) && providers.TryMirror())
            {
                Run(directory, log, all);
            }
        }
    }

    /// <summary>Reads what it prints; nothing of it comes to a file.</summary>
    internal T Read<T>(string directory, IReadOnlyList<string> arguments, Func<Stream, T> read)
    {
        var start = Start(directory, program.Command, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var buffer = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(buffer);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new Failure(TerraformError.Of(error.GetAwaiter().GetResult(), directory, null, this));
        }
        buffer.Position = 0;
        return read(buffer);
    }

    private ProcessStartInfo Start(string directory, string command, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = directory, UseShellExecute = false };
        start.Environment["TF_IN_AUTOMATION"] = "1";
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        start.Environment["TF_CLI_CONFIG_FILE"] = providers.Settings;
        return start;
    }
}
