using System.CommandLine;
using Orchestrator.Cli.Bench;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>bench</c>: the benchmarks, each with a ratio against something that is measured in the same run.</summary>
internal static class BenchCommand
{
    private const int DefaultRuns = 5;

    internal static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "setup, check, check-large, synth, review, sync. All unless given.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong("setup", "check", "check-large", "synth", "review", SyncBenchmark.Name);
        var runs = new Option<int>("--runs") { Description = $"How often each process is measured, after a warm-up. {DefaultRuns} unless given.", DefaultValueFactory = _ => DefaultRuns };
        runs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--runs is 1 to 1000.");
            }
        });
        var format = new Option<string>("--format") { Description = "text or json. text unless given.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
        var command = new ExampleCommand(
            "bench",
            "Measures whole processes: time as median and spread, and the memory of every process involved.",
            "./orchestrator bench",
            "./orchestrator bench synth --runs 9 --format json")
        {
            names,
            runs,
            format,
        };
        command.SetAction(result => Run(result.GetValue(names)!, result.GetValue(runs), result.GetValue(format)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> names, int runs, string format)
    {
        var scratch = Directory.CreateTempSubdirectory("bench-");
        try
        {
            var chosen = Benchmarks(scratch.FullName).Where(benchmark => names.Count == 0 || names.Contains(benchmark.Name)).ToList();
            var reports = chosen.Select(benchmark => Terminal.While($"measuring {benchmark.Name}", () => Measure(benchmark, runs))).ToList();
            if (names.Count == 0 || names.Contains(SyncBenchmark.Name))
            {
                reports.Add(Terminal.While($"measuring {SyncBenchmark.Name}", () => SyncBenchmark.Run(runs)));
            }
            Console.WriteLine(format == "json" ? BenchmarkReport.Json(reports) : string.Join('\n', reports.Select(report => report.Text())));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
        return ExitCode.Good;
    }

    private static BenchmarkReport Measure(Benchmark benchmark, int runs)
    {
        benchmark.Prepare();
        return new BenchmarkReport(benchmark.Name, Measurement.Of(benchmark.Subject, runs), Measurement.Of(benchmark.Baseline, runs));
    }

    private static IEnumerable<Benchmark> Benchmarks(string scratch)
    {
        var launcher = Checkout.PathOf("orchestrator");
        var example = Path.Combine("examples", "fargate-alb.yaml");
        var synth = new BenchmarkProcess("./orchestrator synth", launcher, "synth", example, "--out", Path.Combine(scratch, "trimmed"));
        yield return new Benchmark(
            "setup",
            new("./orchestrator setup, with nothing to do", launcher, "setup"),
            new("dotnet build, with nothing to do", "dotnet", "build", "Orchestrator.csproj", "--configuration", "Release", "--no-restore", "--verbosity", "quiet", "--nologo", "--disable-build-servers"),
            static () => { });
        yield return new Benchmark("check", new("./orchestrator check", launcher, "check", example), synth, static () => { });
        var large = Path.Combine(scratch, "large.yaml");
        yield return new Benchmark(
            "check-large",
            new($"./orchestrator check: {LargeManifest.Size}", launcher, "check", large),
            new("./orchestrator synth: the same", launcher, "synth", large, "--out", Path.Combine(scratch, "large")),
            () => File.WriteAllText(large, LargeManifest.Text()));
        yield return new Benchmark(
            "synth",
            synth,
            new("the same with the whole provider package", "dotnet", UntrimmedBuild.Program, "synth", example, "--out", Path.Combine(scratch, "whole")),
            UntrimmedBuild.Prepare);
        foreach (var (fewer, more) in new[] { (50, 500), (500, 5_000) })
        {
            yield return new Benchmark(
                "review",
                Review(scratch, fewer),
                Review(scratch, more),
                () => LargePlan.Write([(fewer, LargePlan.PathOf(scratch, fewer)), (more, LargePlan.PathOf(scratch, more))]));
        }
    }

    // The process, without the launcher: that is what the limits of docs/review.md are about. Its exit code says what it found.
    private static BenchmarkProcess Review(string scratch, int changes) =>
        new($"review of {changes} changes", "dotnet", typeof(BenchCommand).Assembly.Location, "review", LargePlan.PathOf(scratch, changes), "--settings", LargePlan.SettingsOf(scratch), "--out", Path.Combine(scratch, "review.txt")) { ExitCode = ExitCode.Changes };
}
