namespace Orchestrator.Cli.Testing;

/// <summary>The last lines of the command: what failed, by name, and how many of each.</summary>
internal static class TestSummary
{
    /// <summary>The lines.</summary>
    internal static string Of(IReadOnlyCollection<TestRun> runs)
    {
        var failed = runs.OrderBy(run => run.Project, StringComparer.Ordinal)
            .SelectMany(run => run is { ExitCode: not 0, Failed.Count: 0 } ? [$"{run.Project}: it ended with {run.ExitCode}, and no test has failed; what it printed is above"] : run.Failed)
            .Select(name => $"failed: {name}\n");
        var skipped = runs.Sum(run => run.Skipped);
        return $"{string.Concat(failed)}{runs.Sum(run => run.Passed)} passed, {runs.Sum(run => run.Failed.Count)} failed{(skipped > 0 ? $", {skipped} skipped" : "")}\n";
    }
}
