using System.Net;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.StaticIp;

/// <summary>The function runs as the example's stack has it, and its log is read as CloudWatch reads it.</summary>
public sealed class AlarmTests
{
    [Fact]
    public void The_stacks_environment_is_one_that_the_function_takes_with_a_port_for_each_target_group()
    {
        var settings = SettingsReader.Read(ExampleStack.Environment, [new IPEndPoint(IPAddress.Loopback, 53)]);

        Assert.Equal([new TargetPair(443, World.TargetGroup), new TargetPair(80, ExampleStack.OtherGroup)], settings.Pairs);
        Assert.Equal("state-bucket", settings.Bucket);
        Assert.Equal([IPNetwork.Parse("10.0.0.0/16")], settings.Resolve.AllowedNetworks.Except(AddressFilter.Private));
    }

    [Fact]
    public async Task Every_alarm_looks_at_a_metric_that_the_function_writes_with_the_same_dimensions()
    {
        var written = await WrittenAsync();

        var alarms = ExampleStack.Alarms(MetricNames.Namespace);

        Assert.Equal(["LastSuccess", "LoadBalancerIPCount", "RefusedRemovals", "UnownedTargets", "WaitingRemovals"], alarms.Select(alarm => alarm.Metric).Distinct().Order(StringComparer.Ordinal));
        Assert.All(alarms, alarm => Assert.Contains(Series(alarm.Metric, alarm.Dimensions), written));
    }

    [Fact]
    public async Task Every_port_has_every_alarm()
    {
        var ports = (await WrittenAsync()).Select(series => series.Split("Port=")[1].Split(';')[0]).Distinct();

        foreach (var metric in ExampleStack.Alarms(MetricNames.Namespace).GroupBy(alarm => alarm.Metric))
        {
            Assert.Equal(ports.Order(StringComparer.Ordinal), metric.Select(alarm => alarm.Dimensions["Port"]).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The time series that a run writes to.</summary>
    private static async Task<HashSet<string>> WrittenAsync()
    {
        var world = new World();
        var settings = SettingsReader.Read(ExampleStack.Environment, [new IPEndPoint(IPAddress.Loopback, 53)]);
        var log = new StringWriter();
        var function = new SyncFunction(settings, new FunctionTests.Fixed(World.Seen(1, 2)), _ => new SimulatedGroup(world.Calls, world.Clock), world.Store, world.Clock, new RunLog(log, settings.WritesMetrics, settings.WritesAddressCount));
        using var deadline = new Deadline(world.Time, world.Clock);
        await function.RunAsync(new SyncRequest(), deadline);
        return [.. log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).SelectMany(SeriesIn)];
    }

    private static IEnumerable<string> SeriesIn(JsonNode line) =>
        from directive in line["_aws"]!["CloudWatchMetrics"]!.AsArray()
        where (string)directive!["Namespace"]! == MetricNames.Namespace
        from keys in directive["Dimensions"]!.AsArray()
        from metric in directive["Metrics"]!.AsArray()
        select Series((string)metric!["Name"]!, keys!.AsArray().ToDictionary(key => (string)key!, key => (string)line[(string)key!]!));

    private static string Series(string metric, IReadOnlyDictionary<string, string> dimensions) =>
        $"{metric};{string.Concat(dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal).Select(dimension => $"{dimension.Key}={dimension.Value};"))}";
}
