using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Lambda.Tests.Process;

namespace Orchestrator.Lambda.Bench;

/// <summary>Measures a published function as a process, with DNS and AWS on loopback.</summary>
/// <param name="bootstrap">Its executable.</param>
internal sealed class Function(string bootstrap)
{
    // The system counts a process's time in hundredths of a second.
    private const int WarmRuns = 100;

    private readonly List<double> _coldSeconds = [];
    private readonly List<double> _coldProcessorSeconds = [];
    private readonly List<double> _steadyProcessorSeconds = [];
    private readonly List<double> _resident = [];
    private readonly List<double> _peak = [];
    private int _steadyCalls;

    /// <summary>Each figure: of times the median; of memory the most of all processes, after the warm runs and ever; of calls the most.</summary>
    internal JsonObject Figures => new()
    {
        ["coldSeconds"] = Median(_coldSeconds),
        ["coldProcessorSeconds"] = Median(_coldProcessorSeconds),
        ["steadyProcessorSeconds"] = Median(_steadyProcessorSeconds),
        ["residentMegabytes"] = _resident.Max(),
        ["peakMegabytes"] = _peak.Max(),
        ["steadyCalls"] = _steadyCalls,
    };

    /// <summary>Starts a process, and measures its first result and what follows.</summary>
    internal async Task MeasureAsync()
    {
        await using var dns = new DnsServer(new Zone(Enumerable.Range(1, 4).Select(number => new IPAddress([10, 0, 0, (byte)number]))).Answer);
        await using var aws = new AwsServer { NewState = "healthy" };
        await using var service = new LambdaService();
        var environment = FunctionProcess.Environment(dns, aws);
        environment["AWS_LAMBDA_RUNTIME_API"] = service.Authority;
        // Without a second mapping of its code the just-in-time compiler's runtime is smaller; the native one has none.
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        var watch = Stopwatch.StartNew();
        await using var function = new FunctionProcess(bootstrap, environment);
        await service.InvokeAsync();
        _coldSeconds.Add(watch.Elapsed.TotalSeconds);
        var atFirst = function.ProcessorTime;
        _coldProcessorSeconds.Add(atFirst.TotalSeconds);
        for (var warm = 0; warm < WarmRuns; warm++)
        {
            aws.Calls.Clear();
            await service.InvokeAsync();
        }
        _steadyProcessorSeconds.Add((function.ProcessorTime - atFirst).TotalSeconds / WarmRuns);
        _steadyCalls = Math.Max(_steadyCalls, aws.Calls.Count);
        _resident.Add(function.ResidentMegabytes);
        _peak.Add(function.PeakMegabytes);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
