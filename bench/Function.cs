using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Lambda.Tests.Process;

namespace Orchestrator.Lambda.Bench;

/// <summary>Measures the published function as a process, with DNS and AWS on loopback.</summary>
internal static class Function
{
    private const int WarmRuns = 20;

    /// <summary>Adds the cold start to the first result, the memory after warm runs, and the calls of a steady run.</summary>
    internal static async Task MeasureAsync(string bootstrap, int runs, JsonObject figures)
    {
        var cold = new List<double>();
        var memory = new List<double>();
        var peak = new List<double>();
        var calls = 0;
        for (var run = 0; run < runs; run++)
        {
            await using var dns = new DnsServer(new Zone(Enumerable.Range(1, 4).Select(number => new IPAddress([10, 0, 0, (byte)number]))).Answer);
            await using var aws = new AwsServer { NewState = "healthy" };
            await using var service = new LambdaService();
            var environment = FunctionProcess.Environment(dns, aws);
            environment["AWS_LAMBDA_RUNTIME_API"] = service.Authority;
            var watch = Stopwatch.StartNew();
            await using var function = new FunctionProcess(bootstrap, environment);
            await service.InvokeAsync();
            cold.Add(watch.Elapsed.TotalSeconds);
            for (var warm = 0; warm < WarmRuns; warm++)
            {
                aws.Calls.Clear();
                await service.InvokeAsync();
            }
            calls = Math.Max(calls, aws.Calls.Count);
            memory.Add(function.ResidentMegabytes);
            peak.Add(function.PeakMegabytes);
        }
        figures["coldSeconds"] = cold.Order().ElementAt(cold.Count / 2);
        figures["residentMegabytes"] = memory.Max();
        figures["peakMegabytes"] = peak.Max();
        figures["steadyCalls"] = calls;
    }
}
