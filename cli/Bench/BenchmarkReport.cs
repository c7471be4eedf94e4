using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Cli.Bench;

/// <summary>The figures of one benchmark.</summary>
internal sealed record BenchmarkReport(string Name, Measurement Subject, Measurement Baseline)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>How many times as long the baseline takes.</summary>
    private double Ratio => Baseline.Median / Subject.Median;

    /// <summary>Lines for people.</summary>
    internal string Text() => $"{Name}: {Ratio:F1} times as fast\n{Line(Subject)}\n{Line(Baseline)}";

    /// <summary>The figures of several benchmarks for programs.</summary>
    internal static string Json(IEnumerable<BenchmarkReport> reports) => new JsonObject
    {
        ["formatVersion"] = 1,
        ["benchmarks"] = new JsonArray([.. reports.Select(report => new JsonObject
        {
            ["name"] = report.Name,
            ["ratio"] = Math.Round(report.Ratio, 2),
            ["subject"] = Json(report.Subject),
            ["baseline"] = Json(report.Baseline),
        })]),
    }.ToJsonString(Indented);

    private static string Line(Measurement measurement) =>
        $"  {measurement.Description,-60} {measurement.Median,6:F2} s ({measurement.Seconds[0]:F2} to {measurement.Seconds[^1]:F2}), {measurement.LargestProcessMegabytes,5:F0} MB in the largest process, {measurement.AllProcessesMegabytes,5:F0} MB in all";

    private static JsonObject Json(Measurement measurement) => new()
    {
        ["description"] = measurement.Description,
        ["medianSeconds"] = Math.Round(measurement.Median, 3),
        ["seconds"] = new JsonArray([.. measurement.Seconds.Select(seconds => (JsonNode)Math.Round(seconds, 3))]),
        ["largestProcessMegabytes"] = Math.Round(measurement.LargestProcessMegabytes),
        ["allProcessesMegabytes"] = Math.Round(measurement.AllProcessesMegabytes),
    };
}
