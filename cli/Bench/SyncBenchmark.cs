using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Packaging;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Bench;

/// <summary>The sync Lambda: how soon it has a load balancer's whole list of addresses against 50 lookups one after the other, and what its zip needs as a process, where it is native against the same as ReadyToRun code.</summary>
internal static class SyncBenchmark
{
    internal const string Name = "sync";
    private const double BytesPerMegabyte = 1e6;
    private const double MillisecondsPerSecond = 1e3;
    private const double CompletenessRuns = 10_000;

    /// <summary>Measures.</summary>
    /// <param name="runs">How often what takes long is measured; what is quick, 20 times as often.</param>
    internal static BenchmarkReport Run(int runs)
    {
        var native = LambdaPackage.Get(LambdaPackage.OwnRuntime);
        IReadOnlyList<LambdaPackage> packages = native.IsNative ? [native, LambdaPackage.GetReadyToRun(LambdaPackage.OwnRuntime)] : [native];
        var unpacked = Directory.CreateTempSubdirectory("bench-");
        try
        {
            var bootstraps = packages.Select((package, index) => Unpack(package, Path.Combine(unpacked.FullName, $"{index}"))).ToList();
            DotnetSdk.Run(Checkout.Root, "build", Path.Combine("bench", "Orchestrator.Lambda.Bench.csproj"), "--configuration", "Release", "--verbosity", "quiet", "--nologo", "--disable-build-servers");
            var program = Checkout.PathOf("artifacts", "bin", "Orchestrator.Lambda.Bench", "release", "Orchestrator.Lambda.Bench.dll");
            var figures = JsonNode.Parse(DotnetSdk.Run(Checkout.Root, [program, runs.ToString(CultureInfo.InvariantCulture), .. bootstraps]))!;
            var functions = figures["functions"]!;
            return new BenchmarkReport(Name, Measurement(figures, "subject", "24 addresses by all. and samples, 5 ms an answer"), Measurement(figures, "baseline", "24 addresses by 50 lookups one after the other"))
            {
                Figures =
                [
                    new("24 addresses by samples alone, median", Measurement(figures, "sampled", "").Median, "s"),
                    new("runs by samples alone that found every address", 100 * (double)figures["complete"]! / CompletenessRuns, "%"),
                    .. figures["lists"]!.AsArray().SelectMany(list => Lists(list!)),
                    new("AWS calls of a steady run", (double)functions[0]!["steadyCalls"]!, ""),
                    .. Compared(packages, "cold start to the first result, median", index => MillisecondsPerSecond * (double)functions[index]!["coldSeconds"]!, "ms"),
                    .. Compared(packages, "processor's time of it, median", index => MillisecondsPerSecond * (double)functions[index]!["coldProcessorSeconds"]!, "ms"),
                    .. Compared(packages, "processor's time of a steady run, median", index => MillisecondsPerSecond * (double)functions[index]!["steadyProcessorSeconds"]!, "ms"),
                    .. Compared(packages, "resident memory after 101 runs, the most of all", index => (double)functions[index]!["residentMegabytes"]!, "MiB"),
                    .. Compared(packages, "peak of resident memory, the most of all", index => (double)functions[index]!["peakMegabytes"]!, "MiB"),
                    .. Compared(packages, "zip", index => packages[index].Size / BytesPerMegabyte, "MB"),
                ],
            };
        }
        finally
        {
            unpacked.Delete(recursive: true);
        }
    }

    private static string Unpack(LambdaPackage package, string directory)
    {
        ZipFile.ExtractToDirectory(package.Path, directory);
        return Path.Combine(directory, "bootstrap");
    }

    /// <summary>A figure of each package, and the ratio of the first to the second where there are two.</summary>
    private static IEnumerable<BenchmarkFigure> Compared(IReadOnlyList<LambdaPackage> packages, string name, Func<int, double> figure, string unit)
    {
        var each = packages.Select((package, index) => new BenchmarkFigure($"{name}: {(package.IsNative ? "native" : "ReadyToRun")}", figure(index), unit));
        return packages.Count > 1 ? each.Append(new($"{name}: ratio", figure(0) / figure(1), "")) : each;
    }

    private static IEnumerable<BenchmarkFigure> Lists(JsonNode list)
    {
        var name = $"{list["addresses"]} addresses, {list["milliseconds"]} ms an answer";
        yield return new($"{name}: ratio to 50 lookups one after the other", Measurement(list, "baseline", "").Median / Measurement(list, "subject", "").Median, "times as fast");
        if ((double)list["baselineFound"]! < (int)list["addresses"]!)
        {
            yield return new($"{name}: found by 50 lookups, on average", (double)list["baselineFound"]!, "");
        }
    }

    private static Measurement Measurement(JsonNode figures, string name, string description) => new(description, [.. figures[name]!.AsArray().Select(seconds => (double)seconds!)], 0, 0);
}
