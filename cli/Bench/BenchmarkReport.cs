using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Cli.Bench;

/// <summary>The figures of one benchmark.</summary>
internal sealed record BenchmarkReport(string Name, Measurement Subject, Measurement Baseline)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Other ways to the same.</summary>
    internal IReadOnlyList<Measurement> Alternatives { get; init; } = [];

    /// <summary>What else was measured.</summary>
    internal IReadOnlyList<BenchmarkFigure> Figures { get; init; } = [];

    /// <summary>How many times as long the baseline takes.</summary>
    private double Ratio => Baseline.Median / Subject.Median;

    /// <summary>Lines for people.</summary>
    internal string Text() => $"{Name}: {Ratio:F1} times as fast\n{Line(Subject)}\n{Line(Baseline)}{string.Concat(Alternatives.Select(alternative => $"\n{Line(alternative)}"))}{string.Concat(Figures.Select(figure => $"\n  {figure.Name,-60} {figure.Value,6:0.##} {figure.Unit}".TrimEnd()))}";

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
            ["alternatives"] = new JsonArray([.. report.Alternatives.Select(Json)]),
            ["figures"] = new JsonArray([.. report.Figures.Select(figure => new JsonObject { ["name"] = figure.Name, ["value"] = Math.Round(figure.Value, 3), ["unit"] = figure.Unit })]),
        })]),
    }.ToJsonString(Indented);

    private static string Line(Measurement measurement) =>
        $"  {measurement.Description,-60} {measurement.Median,6:F3} s ({measurement.Seconds[0]:F3} to {measurement.Seconds[^1]:F3}){Memory(measurement)}";

    // What is measured inside a process has none of its own.
    private static string Memory(Measurement measurement) =>
        measurement.AllProcessesMegabytes > 0 ? $", {measurement.LargestProcessMegabytes,5:F0} MB in the largest process, {measurement.AllProcessesMegabytes,5:F0} MB in all" : "";

    private static JsonObject Json(Measurement measurement) => new()
    {
        ["description"] = measurement.Description,
        ["medianSeconds"] = Math.Round(measurement.Median, 4),
        ["seconds"] = new JsonArray([.. measurement.Seconds.Select(seconds => (JsonNode)Math.Round(seconds, 4))]),
        ["largestProcessMegabytes"] = Math.Round(measurement.LargestProcessMegabytes),
        ["allProcessesMegabytes"] = Math.Round(measurement.AllProcessesMegabytes),
    };
}
