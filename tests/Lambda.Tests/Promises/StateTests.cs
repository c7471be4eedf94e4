using System.Text;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S10, S14 to S18: states, batches, quiet, time.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task S10_a_state_that_cannot_be_read_lets_register_only_is_kept_and_fails_the_run()
    {
        const string Content = """{"IPList":["10.0.0.1"]}""";
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Store.Put(World.Key.ObjectKey, Content);
        world.Calls.Log.Clear();

        var report = await world.RunMinutesAsync(30, 1, 2, 4);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.StartsWith("nothing can be removed, since the state is not readable: static-ip-sync/internal-app-1", report.Outcome.Problems[0], StringComparison.Ordinal);
        Assert.Equal(["Register 1"], world.Calls.Mutating);
        Assert.Equal(Content, Encoding.UTF8.GetString(world.Store.Objects[World.Key.ObjectKey].Content.Span));
        Assert.Equal("stays: the state cannot be read, so nobody knows whose it is", Assert.Single(report.Plan!.Departures).Reason);
    }

    [Theory]
    [InlineData("403 AccessDenied")]
    [InlineData("500 InternalError")]
    public async Task S10_a_state_that_s3_does_not_give_is_not_taken_for_none(string error)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Calls.Before = call => call.StartsWith("Get", StringComparison.Ordinal) ? throw new ObjectStoreException(error) : Task.CompletedTask;

        var report = await world.RunMinutesAsync(30, 1, 2, 4);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.Equal(["Register 1"], world.Calls.Mutating);
    }

    [Fact]
    public async Task S10_five_megabytes_are_not_read()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Store.Put(World.Key.ObjectKey, new string(' ', 5 * 1024 * 1024));

        var report = await world.RunAsync(1, 2, 3);

        Assert.EndsWith("has 5242880 bytes; no more than 1048576 are read", Assert.Single(report.Outcome.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S14_250_targets_are_registered_and_removed_in_batches_of_100()
    {
        var world = new World();
        await world.RunAsync(Enumerable.Range(1, 250));
        Assert.Equal(["Register 100", "Register 100", "Register 50"], world.Calls.Mutating.Where(call => call.StartsWith("Reg", StringComparison.Ordinal)));
        await world.RunMinutesAsync(10, Enumerable.Range(1, 250));
        world.Calls.Log.Clear();

        await world.RunMinutesAsync(10, Enumerable.Range(251, 250));

        Assert.Equal(["Deregister 100", "Deregister 100", "Deregister 50"], world.Calls.Mutating.Where(call => call.StartsWith("Dereg", StringComparison.Ordinal)));
        Assert.Equal(250, world.Group.Live.Count());
    }

    [Fact]
    public async Task S14_batches_that_failed_are_resumed_by_the_next_run()
    {
        var world = new World();
        var registrations = 0;
        world.Calls.Before = call => call.StartsWith("Register", StringComparison.Ordinal) && ++registrations == 2 ? throw new TargetGroupException(TargetGroupError.Failed, "timeout") : Task.CompletedTask;

        Assert.Equal(RunResult.Failed, (await world.RunAsync(Enumerable.Range(1, 250))).Result);
        Assert.Equal(100, world.Group.Live.Count());
        Assert.Equal(RunResult.Changed, (await world.RunMinutesAsync(1, Enumerable.Range(1, 250))).Result);

        Assert.Equal(250, world.Group.Live.Count());
    }

    [Fact]
    public async Task S15_when_nothing_changes_there_are_two_calls_and_none_changes_anything()
    {
        var world = await World.ConvergedAsync(1, 2, 3);

        var report = await world.RunMinutesAsync(1, 1, 2, 3);

        Assert.Equal(RunResult.Unchanged, report.Result);
        Assert.Equal([$"Get {World.Key.ObjectKey}", "List"], world.Calls.Log);
    }

    [Fact]
    public async Task S15_a_refused_removal_writes_nothing_either()
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 8));
        await world.RunMinutesAsync(10, 1);
        world.Calls.Log.Clear();

        await world.RunMinutesAsync(10, 1);

        Assert.Empty(world.Calls.Mutating);
    }

    [Fact]
    public async Task S15_a_changed_observation_is_written_once()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Group.Set(World.TargetOf(4), TargetState.Healthy);

        await world.RunMinutesAsync(5, 1, 2, 3, 4);

        Assert.Equal([$"Put {World.Key.ObjectKey}"], world.Calls.Mutating);
    }

    [Fact]
    public async Task S16_with_metrics_and_without_the_calls_are_the_same()
    {
        var calls = new List<List<string>>();
        foreach (var (metrics, count) in ((bool, bool)[])[(true, true), (false, false), (true, false)])
        {
            var world = await World.ConvergedAsync(1, 2, 3);
            var writer = new StringWriter();
            var function = new SyncFunction(FunctionTests.Settings(), new FunctionTests.Fixed(World.Seen(1, 2, 4)), _ => world.Group, world.Store, world.Clock, new Report.RunLog(writer, metrics, count));
            for (var minute = 0; minute < 6; minute++)
            {
                world.Clock.Advance(TimeSpan.FromMinutes(1));
                using var deadline = new Deadline(world.Time, world.Clock);
                await function.RunAsync(new SyncRequest(), deadline);
            }
            Assert.Equal(metrics, writer.ToString().Contains("_aws", StringComparison.Ordinal));
            Assert.Equal(count, writer.ToString().Contains("LoadBalancerIPCount", StringComparison.Ordinal));
            calls.Add(world.Calls.Log);
        }

        Assert.Contains(calls[0], call => call.StartsWith("Deregister", StringComparison.Ordinal));
        Assert.Equal(calls[0], calls[1]);
        Assert.Equal(calls[0], calls[2]);
    }

    [Fact]
    public async Task S17_without_time_to_save_nothing_is_changed()
    {
        var world = new World { Time = 2 * Deadline.Reserve - TimeSpan.FromMilliseconds(1) };

        var report = await world.RunAsync(1, 2);

        Assert.Equal(["no time is left to save what would be changed: all of it waits for the next run"], report.Outcome.Problems);
        Assert.Empty(world.Calls.Mutating);
    }

    [Fact]
    public async Task S17_a_run_stops_before_its_end_and_saves_what_it_has_done()
    {
        var world = new World();
        world.Calls.After = call =>
        {
            if (call.StartsWith("Register", StringComparison.Ordinal))
            {
                world.Clock.Advance(TimeSpan.FromSeconds(118));
            }
            return Task.CompletedTask;
        };

        var report = await world.RunAsync(Enumerable.Range(1, 250));

        Assert.Equal(["no time is left to save what would be changed: 50 registrations wait for the next run"], report.Outcome.Problems);
        Assert.Equal(200, world.Group.Live.Count());
        Assert.Null(world.State!.Intent);
    }

    [Fact]
    public async Task S18_a_dry_run_makes_the_same_plan_and_writes_nothing()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4, 5);
        await world.RunMinutesAsync(3, 3, 4, 5);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Calls.Log.Clear();

        var dry = await world.RunAsync(World.Seen(3, 4, 5, 6), isDryRun: true);
        Assert.Empty(world.Calls.Mutating);
        var real = await world.RunAsync(World.Seen(3, 4, 5, 6));

        Assert.Equal(dry.Plan!.Register, real.Plan!.Register);
        Assert.Equal(dry.Plan.Deregister, real.Plan.Deregister);
        Assert.Equal(dry.Plan.Departures, real.Plan.Departures);
        Assert.Equal(StateFormat.Write(dry.Plan.State!), StateFormat.Write(real.Plan.State!));
        Assert.Equal([World.TargetOf(1)], real.Outcome.Deregistered);
    }
}
