using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S04 to S07: when something is removed.</summary>
public sealed class RemovalTests
{
    [Fact]
    public async Task S04_where_a_registration_fails_nothing_is_removed_in_that_run()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4, 5);
        await world.RunMinutesAsync(3, 3, 4, 5);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Calls.Before = call => call.StartsWith("Register", StringComparison.Ordinal) ? throw new TargetGroupException(TargetGroupError.Failed, "throttled") : Task.CompletedTask;

        var report = await world.RunAsync(3, 4, 5, 6);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.Equal(["throttled"], report.Outcome.Problems);
        Assert.Equal(["1 removals wait, since not everything could be registered"], report.Outcome.Notes);
        Assert.Contains(World.TargetOf(1), world.Group.Live);
        world.Calls.Before = null;
        Assert.DoesNotContain(World.TargetOf(1), (await world.RunMinutesAsync(6, 3, 4, 5, 6)).Registered!.Where(each => each.State == TargetState.Healthy).Select(each => each.Target));
    }

    [Fact]
    public async Task S04_one_target_that_the_group_refuses_does_not_keep_the_others_out_but_stops_the_removals()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 2, 3);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Group.Refused.Add(World.TargetOf(6));

        var report = await world.RunAsync(2, 3, 4, 5, 6, 7);

        Assert.Equal([4, 5, 7], report.Outcome.Registered.Select(target => (int)target.Address.GetAddressBytes()[3]));
        Assert.Equal(["10.0.0.6:443: 10.0.0.6:443 is not valid"], report.Outcome.Problems);
        Assert.Empty(report.Outcome.Deregistered);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    public async Task S05_nothing_is_removed_below_the_floor(int floor, int healthyInDns, bool isRemoved)
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 4));
        world.Settings = world.Settings with { Floor = floor, LongestWait = TimeSpan.Zero };
        foreach (var sick in Enumerable.Range(1 + healthyInDns, 3 - healthyInDns))
        {
            world.Group.Set(World.TargetOf(sick), TargetState.Unhealthy);
        }

        await world.RunMinutesAsync(10, 1, 2, 3);

        Assert.Equal(!isRemoved, world.Group.Live.Contains(World.TargetOf(4)));
    }

    [Fact]
    public async Task S05_a_full_change_of_addresses_never_leaves_fewer_serving_than_before()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        for (var minute = 0; minute < 30; minute++)
        {
            await world.RunMinutesAsync(1, 11, 12, 13, 14);
            Assert.True(world.Group.Healthy.Count() >= 4, $"minute {minute}: {string.Join(", ", world.Group.Healthy)}");
        }
        Assert.Equal(Enumerable.Range(11, 4).Select(World.TargetOf), world.Group.Live.Order(TargetOrder.Instance));
    }

    [Fact]
    public async Task S06_with_a_registration_that_takes_5_minutes_the_old_go_only_when_the_new_serve()
    {
        var world = await World.ConvergedAsync(1, 2);

        var report = await world.RunMinutesAsync(5, 3, 4);

        Assert.Equal(RefusalKind.Floor, report.Plan!.Refusal!.Kind);
        Assert.Equal("0 targets that are in the DNS are healthy, 2 must be", report.Plan.Refusal.Reason);
        Assert.False(report.Plan.Refusal.IsAlarm);
        Assert.Equal(4, world.Group.Live.Count());
        await world.RunMinutesAsync(1, 3, 4);
        Assert.Equal([World.TargetOf(3), World.TargetOf(4)], world.Group.Live.Order(TargetOrder.Instance));
    }

    [Fact]
    public async Task S06_a_healthy_target_goes_for_each_successor_that_serves()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        await world.RunMinutesAsync(4, 11, 12, 13, 14);
        foreach (var serving in (int[])[11, 12, 13])
        {
            world.Group.Set(World.TargetOf(serving), TargetState.Healthy);
        }

        var report = await world.RunMinutesAsync(1, 11, 12, 13, 14);

        Assert.Equal([1, 2, 3], report.Outcome.Deregistered.Select(Number));
        Assert.Equal((RefusalKind.Successors, 1), (report.Plan!.Refusal!.Kind, report.Plan.Refusal.Count));
        Assert.Equal("4 targets are healthy and 4 must remain: 3 of the 4 that are in the DNS are healthy", report.Plan.Refusal.Reason);
    }

    [Theory]
    [InlineData(10, 4)]
    [InlineData(16, 12)]
    public async Task S06_whoever_came_before_the_old_left_is_their_successor_unless_it_came_long_ago(int before, int until)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(before, Enumerable.Range(1, 6));
        var minutes = 0;
        do
        {
            await world.RunMinutesAsync(1, 4, 5, 6);
            minutes++;
        }
        while (world.Group.Live.Count() > 3);

        Assert.Equal(until, minutes);
    }

    [Fact]
    public async Task S06_whoever_came_before_the_old_left_is_their_successor_though_the_dns_failed_as_they_did()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(8, Enumerable.Range(1, 6));
        for (var minute = 0; minute < 8; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            world.Process.Note([], world.Clock.Now, world.Settings);
        }

        await world.RunMinutesAsync(4, 4, 5, 6);

        Assert.Equal([4, 5, 6], world.Group.Live.Select(Number).Order());
    }

    [Fact]
    public async Task S06_whoever_came_lately_and_leaves_has_no_successor_in_those_that_were_there_before()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(8, Enumerable.Range(1, 6));

        await world.RunMinutesAsync(7, 1, 2, 3);

        Assert.Equal(5, world.Group.Live.Count());
    }

    [Fact]
    public async Task S06_a_newcomer_takes_the_place_of_one_only()
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 6));
        await world.RunMinutesAsync(8, Enumerable.Range(1, 7));

        await world.RunMinutesAsync(4, 4, 5, 6, 7);

        // One for the newcomer, and one since the group may shrink by one.
        Assert.Equal([3, 4, 5, 6, 7], world.Group.Live.Select(Number).Order());
    }

    [Fact]
    public async Task S06_whoever_fails_its_checks_for_a_moment_and_recovers_is_nobodys_successor()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        world.Group.Set(World.TargetOf(2), TargetState.Unhealthy);
        await world.RunMinutesAsync(1, 2, 3, 4, 5);
        world.Group.Set(World.TargetOf(2), TargetState.Healthy);

        await world.RunMinutesAsync(4, 2, 3, 4, 5);

        Assert.Contains(World.TargetOf(1), world.Group.Healthy);
        await world.RunMinutesAsync(1, 2, 3, 4, 5);
        Assert.DoesNotContain(World.TargetOf(1), world.Group.Live);
    }

    [Fact]
    public async Task S07_whoever_recovers_and_leaves_between_two_runs_is_no_way_round_the_limit()
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 8));
        world.Group.Set(World.TargetOf(6), TargetState.Unhealthy);
        world.Group.Set(World.TargetOf(7), TargetState.Unhealthy);
        await world.RunMinutesAsync(1, Enumerable.Range(1, 7));
        world.Group.Set(World.TargetOf(6), TargetState.Healthy);
        world.Group.Set(World.TargetOf(7), TargetState.Healthy);

        await world.RunMinutesAsync(4, Enumerable.Range(1, 5));

        Assert.Equal(7, world.Group.Healthy.Count());
    }

    [Fact]
    public async Task S06_strangers_that_were_healthy_all_the_time_are_no_successors()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Group.Set(World.TargetOf(98), TargetState.Healthy);
        world.Group.Set(World.TargetOf(99), TargetState.Healthy);

        await world.RunMinutesAsync(5, 1, 2, 4);

        Assert.Contains(World.TargetOf(3), world.Group.Healthy);
        await world.RunMinutesAsync(1, 1, 2, 4);
        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task S06_what_waits_for_a_successor_that_never_serves_goes_when_its_time_is_over()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        for (var minute = 0; minute < 60; minute++)
        {
            await world.RunMinutesAsync(1, 1, 2, 4);
            world.Group.Set(World.TargetOf(4), TargetState.Unhealthy);
            Assert.Contains(World.TargetOf(3), world.Group.Live);
        }

        await world.RunMinutesAsync(1, 1, 2, 4);

        Assert.Equal([1, 2, 4], world.Group.Live.Select(Number).Order());
    }

    [Theory]
    [InlineData(50, 20, 8, "4 8 12")]
    [InlineData(50, 20, 16, "4 6 8")]
    [InlineData(25, 20, 8, "4 12 19")]
    [InlineData(50, 1, 8, "4 19 34")]
    [InlineData(100, 1000, 8, "4 6 8")]
    public async Task S07_a_group_shrinks_by_the_allowed_share_and_number_over_time(int percent, int most, int registered, string removals)
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, registered));
        world.Settings = world.Settings with { LargestRemovalPercent = percent, MostRemovals = most };
        var minutes = new List<int>();
        for (var minute = 1; minutes.Count < 3; minute++)
        {
            var report = await world.RunMinutesAsync(1, Enumerable.Range(1, registered - 3));
            minutes.AddRange(report.Outcome.Deregistered.Select(_ => minute));
        }

        Assert.Equal(removals, string.Join(' ', minutes));
    }

    [Fact]
    public async Task S07_a_dns_that_leaves_out_more_and_more_does_not_walk_round_the_limit()
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 8));
        for (var minute = 0; minute < 11; minute++)
        {
            var report = await world.RunMinutesAsync(1, Enumerable.Range(1, minute % 2 == 0 ? 4 : 2));
            Assert.True(report.Plan!.Refusal is null or { IsAlarm: false });
        }

        Assert.Equal(6, world.Group.Healthy.Count());
    }

    [Theory]
    [InlineData("refused", "5 9 13")]
    [InlineData("unanswered", "8 12 16")]
    [InlineData("unanswered, and done", "8 12 16")]
    public async Task S07_what_is_not_removed_does_not_count_and_what_may_have_been_does(string failure, string removals)
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 8));
        Func<string, Task> fail = call => call.StartsWith("Deregister", StringComparison.Ordinal)
            ? throw new TargetGroupException(failure == "refused" ? TargetGroupError.Refused : TargetGroupError.Failed, "no")
            : Task.CompletedTask;
        var minutes = new List<int>();
        for (var minute = 1; minutes.Count < 3; minute++)
        {
            (world.Calls.Before, world.Calls.After) = minute > 4 ? (null, null) : failure.EndsWith("done", StringComparison.Ordinal) ? ((Func<string, Task>?)null, fail) : (fail, null);
            var report = await world.RunMinutesAsync(1, Enumerable.Range(1, 4));
            minutes.AddRange(report.Outcome.Deregistered.Select(_ => minute));
            Assert.Equal(minute == 4 ? ["no"] : [], report.Outcome.Problems);
        }

        Assert.Equal(removals, string.Join(' ', minutes));
    }

    [Fact]
    public async Task S07_what_could_not_be_registered_takes_nobodys_place_though_the_run_after_it_was_lost()
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 8));
        await world.RunMinutesAsync(2, Enumerable.Range(1, 5));
        world.Calls.Before = call => call.StartsWith("Register", StringComparison.Ordinal) ? throw new TargetGroupException(TargetGroupError.Failed, "throttled") : Task.CompletedTask;
        await world.RunMinutesAsync(1, 1, 2, 3, 4, 5, 9);
        world.Calls.Before = null;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Process.Note([], world.Clock.Now, world.Settings);

        var report = await world.RunMinutesAsync(1, 1, 2, 3, 4, 5, 9);

        Assert.Equal([6], report.Outcome.Deregistered.Select(Number));
    }

    [Fact]
    public async Task S07_what_serves_no_more_goes_at_once_however_many()
    {
        var world = await World.ConvergedAsync(Enumerable.Range(1, 12));
        foreach (var dead in Enumerable.Range(3, 10))
        {
            world.Group.Set(World.TargetOf(dead), TargetState.Unhealthy);
        }

        await world.RunMinutesAsync(4, 1, 2);

        Assert.Equal(2, world.Group.Live.Count());
    }

    [Fact]
    public async Task S07_what_fails_its_health_checks_for_a_moment_is_not_dead()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2, 4);
        world.Group.Set(World.TargetOf(3), TargetState.Unhealthy);
        await world.RunMinutesAsync(1, 1, 2, 4);
        Assert.Contains(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task S07_a_dns_that_names_too_few_addresses_is_refused_with_what_to_look_at()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);

        var report = await world.RunMinutesAsync(60, 1);

        Assert.Equal(4, world.Group.Healthy.Count());
        Assert.True(report.Plan!.Refusal!.IsAlarm);
        Assert.Equal(
            "the DNS names 1 of at least 2 addresses, and 3 others serve: that looks like an error of the DNS. Compare its answers with the load balancer's network interfaces; if it is right, set SYNC_FLOOR",
            report.Plan.Refusal.Reason);
    }

    private static int Number(Target target) => target.Address.GetAddressBytes()[3];
}
