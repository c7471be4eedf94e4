using System.Net;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests;

public sealed class FunctionTests
{
    internal const string OtherGroup = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/fedcba9876543210";

    internal static SyncSettings Settings(params IEnumerable<KeyValuePair<string, string>> more) => SettingsReader.Read(
        new Dictionary<string, string>(more)
        {
            ["ALB_DNS_NAME"] = World.LoadBalancer,
            ["ALB_LISTENER"] = "443",
            ["S3_BUCKET"] = "bucket",
            ["NLB_TG_ARN"] = World.TargetGroup,
        },
        [new IPEndPoint(IPAddress.Loopback, 53)]);

    [Fact]
    public async Task Several_ports_are_kept_in_step_from_one_observation_each_with_its_own_state()
    {
        var world = new World();
        var other = new SimulatedGroup(world.Calls, world.Clock);
        var settings = Settings() with { Pairs = [new TargetPair(443, World.TargetGroup), new TargetPair(80, OtherGroup)] };
        var resolver = new Fixed(World.Seen(1, 2));
        var function = new SyncFunction(settings, resolver, pair => pair.Port == 80 ? other : world.Group, world.Store, world.Clock, log: null);
        using var deadline = new Deadline(world.Time, world.Clock);

        var reports = await function.RunAsync(new SyncRequest(), deadline);

        Assert.All(reports, report => Assert.Equal(RunResult.Changed, report.Result));
        Assert.Equal(1, resolver.Count);
        Assert.Equal([443, 443], world.Group.Live.Select(target => target.Port));
        Assert.Equal([80, 80], other.Live.Select(target => target.Port));
        Assert.Equal(
            ["static-ip-sync/internal-app-1.eu-west-1.elb.amazonaws.com/app/0123456789abcdef/443.json", "static-ip-sync/internal-app-1.eu-west-1.elb.amazonaws.com/other/fedcba9876543210/80.json"],
            world.Store.Objects.Keys.Order());
    }

    [Fact]
    public async Task A_failing_target_group_does_not_keep_the_others_from_running()
    {
        var world = new World();
        var other = new SimulatedGroup(world.Calls, world.Clock);
        var broken = new Calls { Before = _ => throw new Targets.TargetGroupException(Targets.TargetGroupError.Failed, "it was deleted") };
        var settings = Settings() with { Pairs = [new TargetPair(443, World.TargetGroup), new TargetPair(80, OtherGroup)] };
        var function = new SyncFunction(settings, new Fixed(World.Seen(1)), pair => pair.Port == 80 ? other : new SimulatedGroup(broken, world.Clock), world.Store, world.Clock, log: null);
        using var deadline = new Deadline(world.Time, world.Clock);

        var reports = await function.RunAsync(new SyncRequest(), deadline);

        Assert.Equal([RunResult.Failed, RunResult.Changed], reports.Select(report => report.Result));
    }

    [Fact]
    public async Task Status_tells_the_last_observation_the_state_and_the_plan_and_asks_no_dns()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(4, 1, 2);
        var before = world.StateText;
        var resolver = new Fixed(World.Seen(9));
        var function = new SyncFunction(Settings(), resolver, _ => world.Group, world.Store, world.Clock, log: null);
        using var deadline = new Deadline(world.Time, world.Clock);

        var json = ReportJson.Write(await function.RunAsync(new SyncRequest { Status = true }, deadline));

        Assert.Equal(0, resolver.Count);
        Assert.Equal(before, world.StateText);
        var run = json["runs"]![0]!;
        Assert.Equal(["10.0.0.1", "10.0.0.2"], run["observation"]!["addresses"]!.AsArray().Select(address => (string)address!));
        Assert.Empty(run["plan"]!["register"]!.AsArray());
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_not_in_the_way()
    {
        var world = new World();
        var closed = new StreamWriter(new MemoryStream());
        await closed.DisposeAsync();
        using var deadline = new Deadline(world.Time, world.Clock);

        var reports = await new SyncFunction(Settings(), new Fixed(World.Seen(1)), _ => world.Group, world.Store, world.Clock, new RunLog(closed, true, true)).RunAsync(new SyncRequest(), deadline);

        Assert.Equal(RunResult.Changed, Assert.Single(reports).Result);
    }

    [Fact]
    public async Task The_log_line_has_both_lists_the_plan_its_reasons_and_the_metrics()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var writer = new StringWriter();
        using var deadline = new Deadline(world.Time, world.Clock);

        await new SyncFunction(Settings(), new Fixed(World.Seen(1, 2)), _ => world.Group, world.Store, world.Clock, new RunLog(writer, true, true)).RunAsync(new SyncRequest(), deadline);

        var line = JsonNode.Parse(Assert.Single(writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal(["10.0.0.1", "10.0.0.2"], line["observation"]!["addresses"]!.AsArray().Select(address => (string)address!));
        Assert.Equal(3, line["registered"]!.AsArray().Count);
        Assert.Equal("stays: missing in 1 of 3 runs, for 0 of 180 s", (string)line["plan"]!["departures"]![0]!["reason"]!);
        var metrics = line["_aws"]!["CloudWatchMetrics"]![0]!;
        Assert.Equal("StaticIpSync", (string)metrics["Namespace"]!);
        Assert.All(metrics["Metrics"]!.AsArray(), metric => Assert.NotNull(line[(string)metric!["Name"]!]));
        Assert.All(metrics["Dimensions"]![0]!.AsArray(), dimension => Assert.NotNull((string?)line[(string)dimension!]));
        Assert.Equal(2, (int)line["LoadBalancerIPCount"]!);
    }

    [Fact]
    public async Task The_text_of_an_error_stays_on_its_line()
    {
        var world = new World();
        world.Calls.Before = _ => throw new Targets.TargetGroupException(Targets.TargetGroupError.Failed, "no\r\n{\"_aws\":{}}\u2028x");
        var writer = new StringWriter();
        var function = new SyncFunction(Settings(), new Fixed(World.Seen(1)), _ => world.Group, new SimulatedStore(new Calls()), world.Clock, new RunLog(writer, true, true));

        var exception = await Assert.ThrowsAsync<SyncFailedException>(() => LambdaMode.HandleAsync(function, new SyncRequest(), new Defects.InvocationContext()));

        Assert.EndsWith(": no  {\"_aws\":{}} x", exception.Message, StringComparison.Ordinal);
        Assert.Single(writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_run_that_another_one_superseded_is_no_success()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        var writer = new StringWriter();
        world.Calls.Before = call =>
        {
            if (call.StartsWith("Put", StringComparison.Ordinal))
            {
                world.Store.Put(World.Key.ObjectKey, "another run's");
            }
            return Task.CompletedTask;
        };
        using var deadline = new Deadline(world.Time, world.Clock);

        await new SyncFunction(Settings(), new Fixed(World.Seen(1, 2, 4)), _ => world.Group, world.Store, world.Clock, new RunLog(writer, true, true)).RunAsync(new SyncRequest(), deadline);

        var line = JsonNode.Parse(writer.ToString())!;
        Assert.Equal("superseded", (string)line["result"]!);
        Assert.Null(line["LastSuccess"]);
    }

    [Fact]
    public async Task Targets_that_nobody_will_remove_and_that_get_nothing_are_counted()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Group.Set(World.TargetOf(98), Targets.TargetState.Healthy);
        world.Group.Set(World.TargetOf(99), Targets.TargetState.Unused);
        var writer = new StringWriter();
        using var deadline = new Deadline(world.Time, world.Clock);

        await new SyncFunction(Settings(), new Fixed(World.Seen(1, 2)), _ => world.Group, world.Store, world.Clock, new RunLog(writer, true, true)).RunAsync(new SyncRequest(), deadline);

        var line = JsonNode.Parse(writer.ToString())!;
        Assert.Equal((2, 1), ((int)line["UnownedTargets"]!, (int)line["UnusedTargets"]!));
    }

    internal sealed class Fixed(Observation observation) : IAddressResolver
    {
        internal int Count { get; private set; }

        public Task<Observation> ObserveAsync(CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(observation);
        }
    }
}
