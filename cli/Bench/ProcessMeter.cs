using System.Diagnostics;
using System.Globalization;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Bench;

/// <summary>Runs a process and measures it together with the processes that it starts.</summary>
internal static class ProcessMeter
{
    private const double BytesPerMegabyte = 1_000_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a process to its end.</summary>
    /// <exception cref="Failure">It did not succeed.</exception>
    internal static (double Seconds, double LargestProcessMegabytes, double AllProcessesMegabytes) Run(BenchmarkProcess benchmark)
    {
        var start = new ProcessStartInfo(benchmark.Program, benchmark.Arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peaks = new Dictionary<int, double>();
        while (!process.WaitForExit(Interval))
        {
            Sample(process.Id, peaks);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        output.Wait();
        return process.ExitCode == benchmark.ExitCode
            ? (seconds, peaks.Values.DefaultIfEmpty().Max(), peaks.Values.Sum())
            : throw new Failure($"{benchmark.Description} failed: {error.Result.Trim()}");
    }

    /// <summary>Linux keeps each process's highest resident size; the last look before its end is the peak.</summary>
    private static void Sample(int process, Dictionary<int, double> peaks)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is not null)
            {
                peaks[process] = double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / BytesPerMegabyte;
            }
            foreach (var child in Directory.EnumerateDirectories($"/proc/{process}/task").SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                Sample(int.Parse(child, CultureInfo.InvariantCulture), peaks);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process has ended, or the system has no /proc.
        }
    }
}
