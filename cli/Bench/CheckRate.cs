using System.Diagnostics;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli.Bench;

/// <summary>How many constraints are checked in a second, inside the process: each rule on each declaration.</summary>
internal static class CheckRate
{
    /// <summary>The figures of a manifest.</summary>
    /// <param name="manifest">Its text.</param>
    /// <param name="runs">How often it is checked; the first one more warms up.</param>
    internal static IReadOnlyList<BenchmarkFigure> Of(string manifest, int runs)
    {
        var model = ManifestReader.Read(manifest, "large.yaml", Directory.GetCurrentDirectory(), static _ => null, Today.Date).Model;
        var seconds = Enumerable.Range(0, runs + 1).Select(_ => Time(model)).Skip(1).Order().ToList();
        var constraints = (double)model.Declarations.Count * RuleCatalogue.All.Count;
        return
        [
            new("declarations", model.Declarations.Count, ""),
            new("rules", RuleCatalogue.All.Count, ""),
            new("constraints checked, each rule on each declaration, in a second", Math.Round(constraints / seconds[seconds.Count / 2]), ""),
        ];
    }

    private static double Time(Model model)
    {
        var watch = Stopwatch.StartNew();
        Checker.Check(model);
        return watch.Elapsed.TotalSeconds;
    }
}
