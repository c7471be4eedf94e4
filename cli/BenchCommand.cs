using System.CommandLine;
using Orchestrator.Cli.Bench;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>bench</c>: the benchmarks, each with a ratio against something that is measured in the same run.</summary>
internal static class BenchCommand
{
    private const int DefaultRuns = 5;
    private const string SetupFromNothing = "setup-from-nothing";
    private const string SynthesisAtScale = "synth-scale";
    private const string ReviewFormats = "review-formats";
    private const string LargeCheck = "check-large";
    private static readonly string[] NodeEngine = ["--engine", "node"];
    private static readonly int[] ReviewScales = [1_000, 10_000, 50_000];
    private static readonly bool[] Repeats = [false, true];
    private static readonly int[] Scales = [10, 100, 1_000, 3_000, 10_000];

    /// <summary>Why the program cannot be made machine code; null where it has been.</summary>
    private static readonly Lazy<string?> LackingMachineCode = new(() => Terminal.While("compiling to machine code", () => NativeProgram.Make(NativeProgram.Executable)));

    internal static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "setup, check, check-large, synth, synth-scale, publish, review, sync, review-formats, setup-from-nothing. All but the last two, which take minutes, unless given.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong("setup", SetupFromNothing, "check", LargeCheck, "synth", SynthesisAtScale, "publish", "review", ReviewFormats, SyncBenchmark.Name);
        var runs = new Option<int>("--runs") { Description = $"How often each process is measured, after a warm-up. {DefaultRuns} unless given.", DefaultValueFactory = _ => DefaultRuns };
        runs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--runs is 1 to 1000.");
            }
        });
        var chart = new Option<string?>("--chart") { Description = "Writes what a resource costs, by synth-scale, into this file as SVG. No chart unless given.", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "text or json. text unless given.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
        var command = new ExampleCommand(
            "bench",
            "Measures whole processes: time as median and spread, and the memory of every process involved.",
            "./orchestrator bench",
            "./orchestrator bench synth --runs 9 --format json",
            "./orchestrator bench synth-scale --chart docs/synth-scale.svg")
        {
            names,
            runs,
            chart,
            format,
        };
        command.SetAction(result => Run(result.GetValue(names)!, result.GetValue(runs), result.GetValue(chart), result.GetValue(format)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> names, int runs, string? chart, string format)
    {
        if (chart is not null && names.Count > 0 && !names.Contains(SynthesisAtScale))
        {
            throw new Failure($"--chart shows {SynthesisAtScale}, which is not among what is measured: add it");
        }
        var scratch = Directory.CreateTempSubdirectory("bench-");
        try
        {
            var chosen = Benchmarks(scratch.FullName).Where(benchmark => names.Count == 0 ? benchmark.Name is not (SetupFromNothing or ReviewFormats) : names.Contains(benchmark.Name)).ToList();
            var reports = chosen.Select(benchmark => Terminal.While($"measuring {benchmark.Name}", () => Measure(benchmark, runs))).ToList();
            if (names.Count == 0 || names.Contains(SyncBenchmark.Name))
            {
                reports.Add(Terminal.While($"measuring {SyncBenchmark.Name}", () => SyncBenchmark.Run(runs)));
            }
            if (chart is not null)
            {
                Write(chart, ScaleChart.Svg([.. reports.Where(report => report.Name == SynthesisAtScale).Zip(Scales, (report, count) => (count, report.Subject.Median, report.Baseline.Median))]));
            }
            StandardOutput.Page($"{(format == "json" ? BenchmarkReport.Json(reports) : string.Join('\n', reports.Select(report => report.Text())))}\n");
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
        return new BenchmarkReport(benchmark.Name, Measurement.Of(benchmark.Subject, runs), Measurement.Of(benchmark.Baseline, runs))
        {
            Alternatives = [.. benchmark.Alternatives.Select(alternative => Measurement.Of(alternative, runs))],
            Figures = benchmark.Name == LargeCheck ? CheckRate.Of(LargeManifest.Text(), runs) : [],
        };
    }

    private static void Write(string file, string text)
    {
        File.WriteAllText($"{file}.new", text);
        File.Move($"{file}.new", file, overwrite: true);
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
        yield return new Benchmark(
            SetupFromNothing,
            new("./orchestrator setup, from nothing but the sources", "sh", "-c", $"rm -rf '{scratch}/checkout' && mkdir '{scratch}/checkout' && tar -C '{Checkout.Root}' --exclude=./artifacts --exclude=./bindings/node_modules --exclude=./cdktf.out -cf - . | tar -C '{scratch}/checkout' -xf - && '{scratch}/checkout/orchestrator' setup"),
            new("./orchestrator setup, with nothing to do", launcher, "setup"),
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
            new("--engine node with the whole provider package", "dotnet", ["exec", UntrimmedBuild.Program, "synth", example, "--out", Path.Combine(scratch, "whole"), .. NodeEngine]),
            static () =>
            {
                UntrimmedBuild.Prepare();
                RequireMachineCode();
            })
        {
            Alternatives = [AsMachineCode(synth), synth with { Description = "./orchestrator synth --engine node", Arguments = [.. synth.Arguments, .. NodeEngine] }],
        };
        foreach (var count in Scales)
        {
            var many = new BenchmarkProcess($"./orchestrator synth: {count} target groups", "dotnet", [ManagedProgram.Assembly, "synth", .. ManyTargetGroups.Files(scratch, count), "--out", Path.Combine(scratch, "many")]);
            yield return new Benchmark(
                SynthesisAtScale,
                AsMachineCode(many),
                new("the same in TypeScript, from the same npm packages", "node", Checkout.PathOf("bench", "typescript", "target-groups.mjs"), $"{count}", $"{ManyTargetGroups.Largest}", Path.Combine(scratch, "typescript")),
                () =>
                {
                    ManyTargetGroups.Write(scratch, count);
                    RequireMachineCode();
                })
            {
                Alternatives = [many, many with { Description = $"{many.Description}, --engine node", Arguments = [.. many.Arguments, .. NodeEngine] }],
            };
        }
        yield return new Benchmark("publish", new("./orchestrator publish: all modules", launcher, "publish", "--out", Path.Combine(scratch, "modules")), synth, static () => { });
        foreach (var (fewer, more) in new[] { (50, 500), (500, 5_000) })
        {
            yield return new Benchmark(
                "review",
                Review(scratch, fewer),
                Review(scratch, more),
                () => LargePlan.Write([(fewer, LargePlan.PathOf(scratch, fewer)), (more, LargePlan.PathOf(scratch, more))]));
        }
        foreach (var (count, repeatsIds) in from count in ReviewScales from repeatsIds in Repeats select (count, repeatsIds))
        {
            foreach (var format in new[] { "markdown", "json", "sarif", "html" })
            {
                yield return new Benchmark(
                    ReviewFormats,
                    Review(scratch, count, repeatsIds, format),
                    Review(scratch, count, repeatsIds),
                    () => WriteOnce(LargePlan.PathOf(scratch, count, repeatsIds), count, repeatsIds));
            }
        }
    }

    private static BenchmarkProcess AsMachineCode(BenchmarkProcess process) =>
        process with { Description = $"{process.Description}, as machine code", Program = NativeProgram.Executable, Arguments = [.. process.Arguments.Where(argument => argument != ManagedProgram.Assembly)] };

    private static void RequireMachineCode()
    {
        if (LackingMachineCode.Value is { } problem)
        {
            throw new Failure($"what is to be measured cannot be made: {problem}");
        }
    }

    private static void WriteOnce(string file, int changes, bool repeatsIds)
    {
        if (!File.Exists(file))
        {
            LargePlan.Write([(changes, file)], repeatsIds);
        }
    }

    // The process, without the launcher: that is what the limits of docs/review.md are about. Its exit code says what it found.
    private static BenchmarkProcess Review(string scratch, int changes, bool repeatsIds = false, string format = "text") =>
        new($"review of {changes} changes{(repeatsIds ? " that repeat their ids" : "")}{(format == "text" ? "" : $", as {format}")}", "dotnet", ManagedProgram.Assembly, "review", LargePlan.PathOf(scratch, changes, repeatsIds), "--format", format, "--settings", LargePlan.SettingsOf(scratch), "--out", Path.Combine(scratch, "review.txt")) { ExitCode = ExitCode.Changes };
}
