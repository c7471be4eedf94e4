using System.Diagnostics;
using System.Globalization;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Bench;

/// <summary>Runs a process and measures it together with the processes that it starts.</summary>
internal static class ProcessMeter
{
    private const double KibibytesPerMegabyte = 1000 * 1000 / 1024.0;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    /// <summary>Adding up what processes share takes them time: once in ten looks.</summary>
    private const int LooksPerSum = 10;

    /// <summary>Runs a process to its end.</summary>
    /// <returns>How long it took; the highest resident size of a process; the highest sum of all at one time, in which what they share counts once.</returns>
    /// <exception cref="Failure">It did not succeed.</exception>
    internal static (double Seconds, double LargestProcessMegabytes, double AllProcessesMegabytes) Run(BenchmarkProcess benchmark)
    {
        var start = new ProcessStartInfo(benchmark.Program, benchmark.Arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        double largest = 0, all = 0;
        for (var look = 0; !process.WaitForExit(Interval); look++)
        {
            var processes = WithDescendants(process.Id).ToList();
            // Linux keeps each process's highest resident size; the last look before its end is the peak.
            largest = Math.Max(largest, processes.Max(id => Megabytes($"/proc/{id}/status", "VmHWM:")));
            all = look % LooksPerSum == 0 ? Math.Max(all, processes.Sum(id => Megabytes($"/proc/{id}/smaps_rollup", "Pss:"))) : all;
        }
        var seconds = watch.Elapsed.TotalSeconds;
        output.Wait();
        return process.ExitCode == benchmark.ExitCode
            ? (seconds, largest, all)
            : throw new Failure($"{benchmark.Description} failed: {error.Result.Trim()}");
    }

    private static IEnumerable<int> WithDescendants(int process) => Children(process).SelectMany(WithDescendants).Prepend(process);

    private static List<int> Children(int process)
    {
        try
        {
            return [.. from task in Directory.EnumerateDirectories($"/proc/{process}/task")
                       from child in File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                       select int.Parse(child, CultureInfo.InvariantCulture)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process has ended, or the system has no /proc.
            return [];
        }
    }

    /// <summary>A figure of a file in which Linux has them by lines; 0 where there is no such file, or no more.</summary>
    private static double Megabytes(string file, string figure)
    {
        try
        {
            var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(figure, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / KibibytesPerMegabyte;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
