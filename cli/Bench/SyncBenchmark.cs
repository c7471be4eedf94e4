using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Packaging;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Bench;

/// <summary>The sync Lambda: how soon it has a load balancer's whole list of addresses against 50 lookups one after the other, and what its zip needs as a process.</summary>
internal static class SyncBenchmark
{
    internal const string Name = "sync";
    private const double BytesPerMegabyte = 1e6;
    private const double CompletenessRuns = 10_000;

    /// <summary>Measures.</summary>
    /// <param name="runs">How often what takes long is measured; what is quick, 20 times as often.</param>
    internal static BenchmarkReport Run(int runs)
    {
        var package = LambdaPackage.Get();
        var unpacked = Directory.CreateTempSubdirectory("bench-");
        try
        {
            ZipFile.ExtractToDirectory(package.Path, unpacked.FullName);
            PackageBuild.Dotnet(Checkout.Root, "build", Path.Combine("bench", "Orchestrator.Lambda.Bench.csproj"), "--configuration", "Release", "--verbosity", "quiet", "--nologo", "--disable-build-servers");
            var program = Checkout.PathOf("artifacts", "bin", "Orchestrator.Lambda.Bench", "release", "Orchestrator.Lambda.Bench.dll");
            var figures = JsonNode.Parse(PackageBuild.Dotnet(Checkout.Root, program, Path.Combine(unpacked.FullName, "bootstrap"), runs.ToString(CultureInfo.InvariantCulture)))!;
            return new BenchmarkReport(Name, Measurement(figures, "subject", "24 addresses by all. and samples, 5 ms an answer"), Measurement(figures, "baseline", "24 addresses by 50 lookups one after the other"))
            {
                Figures =
                [
                    new("24 addresses by samples alone, median", Measurement(figures, "sampled", "").Median, "s"),
                    new("runs by samples alone that found every address", 100 * (double)figures["complete"]! / CompletenessRuns, "%"),
                    .. figures["lists"]!.AsArray().SelectMany(list => Lists(list!)),
                    new("AWS calls of a steady run", (double)figures["steadyCalls"]!, ""),
                    new("cold start to the first result, median", (double)figures["coldSeconds"]!, "s"),
                    new("resident memory after 21 runs, the most of all processes", (double)figures["residentMegabytes"]!, "MiB"),
                    new("peak of resident memory, the most of all processes", (double)figures["peakMegabytes"]!, "MiB"),
                    new("zip", package.Size / BytesPerMegabyte, "MB"),
                ],
            };
        }
        finally
        {
            unpacked.Delete(recursive: true);
        }
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
