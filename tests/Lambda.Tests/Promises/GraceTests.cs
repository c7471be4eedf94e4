using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S08: how long something must have been missing.</summary>
public sealed class GraceTests
{
    [Theory]
    [InlineData(3, 180, 60, 4)]
    [InlineData(3, 120, 60, 3)]
    [InlineData(1, 0, 60, 1)]
    [InlineData(3, 0, 60, 3)]
    [InlineData(3, 0, 10, 7)]
    [InlineData(2, 300, 60, 6)]
    public async Task S08_the_grace_is_distinct_runs_and_time(int runs, int graceSeconds, int everySeconds, int removedInRun)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Settings = world.Settings with { RunsBeforeRemoval = runs, Grace = TimeSpan.FromSeconds(graceSeconds) };
        var run = 0;
        while (world.Group.Live.Count() == 3)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(everySeconds));
            await world.RunAsync(1, 2);
            run++;
        }

        Assert.Equal(removedInRun, run);
    }

    [Fact]
    public async Task S08_two_invocations_in_one_window_count_once()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(1, 1, 2);
        await world.RunAsync(1, 2);
        await world.RunAsync(1, 2);

        Assert.Equal(1, world.State!.Owned.Single(owned => owned.Missing is not null).Missing!.Runs);
    }

    [Fact]
    public async Task S08_an_address_that_comes_back_begins_anew()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2);
        await world.RunMinutesAsync(1, 1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2);

        Assert.Contains(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task S08_a_clock_that_goes_back_begins_the_grace_anew()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2);
        world.Clock.Advance(TimeSpan.FromHours(-2));
        world.Group.Set(World.TargetOf(1), TargetState.Healthy);
        world.Group.Set(World.TargetOf(2), TargetState.Healthy);

        await world.RunMinutesAsync(3, 1, 2);
        Assert.Contains(World.TargetOf(3), world.Group.Live);
        await world.RunMinutesAsync(1, 1, 2);

        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task S08_an_address_that_was_seen_in_a_run_whose_record_was_not_written_begins_anew()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2);
        FailWrites(world);
        Assert.Equal(RunResult.Failed, (await world.RunMinutesAsync(1, 1, 2, 3)).Result);
        world.Calls.Before = null;

        var report = await world.RunMinutesAsync(1, 1, 2);

        Assert.Equal("stays: missing in 1 of 3 runs, for 0 of 180 s", Assert.Single(report.Plan!.Departures).Reason);
        await world.RunMinutesAsync(3, 1, 2);
        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public async Task S08_after_a_gap_in_the_record_a_new_process_begins_anew(int seconds, bool isAnew)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2);
        world.Process = new ProcessMemory();
        world.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var report = await world.RunAsync(1, 2);

        Assert.Equal(isAnew, report.Plan!.Departures is [{ IsDue: false }]);
    }

    [Fact]
    public async Task S08_a_process_that_has_looked_all_the_time_leaves_no_gap()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(2, 1, 2);
        for (var minute = 0; minute < 3; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.RunAsync(World.Seen(1) with { IsComplete = false });
        }

        await world.RunMinutesAsync(1, 1, 2);

        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task S08_what_is_gone_is_removed_though_every_other_write_fails_and_processes_are_replaced()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        for (var minute = 0; minute < 20; minute++)
        {
            if (minute % 7 == 0)
            {
                world.Process = new ProcessMemory();
            }
            world.Calls.Before = null;
            if (minute % 2 == 0)
            {
                FailWrites(world);
            }
            await world.RunMinutesAsync(1, 1, 2);
        }

        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    private static void FailWrites(World world) =>
        world.Calls.Before = call => call.StartsWith("Put", StringComparison.Ordinal) ? throw new ObjectStoreException("500") : Task.CompletedTask;
}
