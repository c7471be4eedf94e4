namespace Orchestrator.Cli.Bench;

/// <summary>What several runs of one process came to.</summary>
/// <param name="Description">What was run.</param>
/// <param name="Seconds">The time of each run, from start to exit, in seconds; sorted.</param>
/// <param name="LargestProcessMegabytes">The most memory that a single process of a run had, in megabytes (10^6 bytes); 0 where the system does not tell.</param>
/// <param name="AllProcessesMegabytes">The same, summed over the processes of a run.</param>
internal sealed record Measurement(string Description, IReadOnlyList<double> Seconds, double LargestProcessMegabytes, double AllProcessesMegabytes)
{
    internal double Median => Seconds[Seconds.Count / 2];

    /// <summary>Runs a process once to warm up, then several times.</summary>
    internal static Measurement Of(BenchmarkProcess process, int runs)
    {
        ProcessMeter.Run(process);
        var samples = Enumerable.Range(0, runs).Select(_ => ProcessMeter.Run(process)).ToList();
        return new Measurement(
            process.Description,
            [.. samples.Select(sample => sample.Seconds).Order()],
            samples.Max(sample => sample.LargestProcessMegabytes),
            samples.Max(sample => sample.AllProcessesMegabytes));
    }
}
