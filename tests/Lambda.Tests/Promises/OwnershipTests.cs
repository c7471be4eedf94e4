using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S02, S03, S09, S11: whose targets they are, and which run may change them.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public async Task S02_a_target_that_somebody_else_registered_stays_for_ever()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        var foreign = World.TargetOf(99);
        world.Group.Set(foreign, TargetState.Healthy);

        var report = await world.RunMinutesAsync(60, 1, 2, 3);

        Assert.Contains(foreign, world.Group.Live);
        Assert.Equal("stays: somebody else registered it", Assert.Single(report.Plan!.Departures).Reason);
    }

    [Fact]
    public async Task S02_what_the_dns_names_is_owned_whoever_registered_it()
    {
        var world = new World();
        world.Group.Set(World.TargetOf(4), TargetState.Healthy);
        await world.RunMinutesAsync(12, 1, 2, 3, 4);

        await world.RunMinutesAsync(20, 1, 2, 3);

        Assert.DoesNotContain(World.TargetOf(4), world.Group.Live);
    }

    [Fact]
    public async Task S02_what_an_observation_names_that_cannot_be_trusted_is_not_owned()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Group.Set(World.TargetOf(99), TargetState.Healthy);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync(World.Seen(1, 2, 3, 99) with { Foreign = [System.Net.IPAddress.Parse("8.8.8.8")] });

        await world.RunMinutesAsync(60, 1, 2, 3);

        Assert.Contains(World.TargetOf(99), world.Group.Live);
    }

    [Theory]
    [InlineData("Get", false)]
    [InlineData("Put", false)]
    [InlineData("Get", true)]
    [InlineData("Put", true)]
    public async Task S02_what_was_registered_without_a_record_is_owned_when_there_is_one_again(string failing, bool byAnotherProcess)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Calls.Before = call => call.StartsWith(failing, StringComparison.Ordinal) ? throw new Orchestrator.Lambda.State.ObjectStoreException("500") : Task.CompletedTask;
        Assert.Equal(RunResult.Failed, (await world.RunMinutesAsync(1, 1, 2, 3, 4)).Result);
        Assert.Contains(World.TargetOf(4), world.Group.Live);
        if (byAnotherProcess)
        {
            world.Process = new ProcessMemory();
            await world.RunMinutesAsync(1, 1, 2, 3, 4);
        }
        world.Calls.Before = null;

        // It is gone from the DNS before anybody can write.
        await world.RunMinutesAsync(20, 1, 2, 3);

        Assert.DoesNotContain(World.TargetOf(4), world.Group.Live);
    }

    [Fact]
    public async Task S02_ownership_survives_an_answer_that_leaves_targets_out()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        world.Group.Hidden.Add(World.TargetOf(4));
        await world.RunMinutesAsync(30, 1, 2, 3);
        world.Group.Hidden.Clear();

        await world.RunMinutesAsync(20, 1, 2, 3);

        Assert.DoesNotContain(World.TargetOf(4), world.Group.Live);
    }

    [Fact]
    public async Task S02_what_the_group_has_not_listed_for_a_day_is_no_longer_owned()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        world.Group.Remove(World.TargetOf(4));
        await world.RunMinutesAsync(1, 1, 2, 3);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunMinutesAsync(1, 1, 2, 3);
        world.Group.Set(World.TargetOf(4), TargetState.Healthy);

        await world.RunMinutesAsync(60, 1, 2, 3);

        Assert.Contains(World.TargetOf(4), world.Group.Live);
    }

    [Fact]
    public async Task S09_a_state_that_is_said_to_be_written_meanwhile_and_is_not_fails_the_run_and_lets_it_register()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Calls.Before = call => call.StartsWith("Put", StringComparison.Ordinal) ? throw new Orchestrator.Lambda.State.ObjectConflictException("state") : Task.CompletedTask;

        var report = await world.RunMinutesAsync(5, 2, 3, 4);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.Contains("somebody has written it meanwhile, and nobody has", report.Outcome.Problems[0], StringComparison.Ordinal);
        Assert.Equal(4, world.Group.Live.Count());
    }

    [Fact]
    public async Task S09_a_write_whose_answer_was_lost_and_that_is_refused_when_it_is_repeated_counts_as_written()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Calls.After = call => call.StartsWith("Put", StringComparison.Ordinal) ? throw new Orchestrator.Lambda.State.ObjectConflictException("state") : Task.CompletedTask;

        var report = await world.RunMinutesAsync(4, 2, 3);

        Assert.Equal(RunResult.Changed, report.Result);
        Assert.Equal([World.TargetOf(1)], report.Outcome.Deregistered);
        Assert.Null(world.State!.Intent);
    }

    public static TheoryData<int> SideEffects => [.. Enumerable.Range(1, 9)];

    [Theory]
    [MemberData(nameof(SideEffects))]
    public async Task S03_a_run_that_dies_after_any_side_effect_leaves_no_orphan_and_the_next_ones_converge(int dying)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(7, 2, 3, 4);
        var calls = 0;
        world.Calls.After = call => call.StartsWith("Put", StringComparison.Ordinal) || call.Contains("egister", StringComparison.Ordinal) ? ++calls == dying ? throw new Crash() : Task.CompletedTask : Task.CompletedTask;

        // Fewer side effects than this is the case in which nothing dies.
        for (var minute = 0; minute < 20; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            try
            {
                await world.RunAsync(2, 3, 5);
            }
            catch (Crash)
            {
                continue;
            }
        }

        Assert.Equal([World.TargetOf(2), World.TargetOf(3), World.TargetOf(5)], world.Group.Live.Order(TargetOrder.Instance));
        Assert.Equal(["10.0.0.2", "10.0.0.3", "10.0.0.5"], world.State!.Owned.Select(owned => owned.Address.ToString()));
        Assert.Null(world.State.Intent);
    }

    [Fact]
    public async Task S03_a_run_that_dies_before_a_removal_leaves_nothing_behind_though_the_group_does_not_list_it_in_the_next()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 1, 2);
        world.Calls.Before = call => call.StartsWith("Deregister", StringComparison.Ordinal) ? throw new Crash() : Task.CompletedTask;
        await Assert.ThrowsAsync<Crash>(() => world.RunMinutesAsync(1, 1, 2));
        world.Calls.Before = null;
        world.Process = new ProcessMemory();
        world.Group.Hidden.Add(World.TargetOf(3));
        await world.RunMinutesAsync(1, 1, 2);
        world.Group.Hidden.Clear();

        await world.RunMinutesAsync(10, 1, 2);

        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task S03_what_will_be_registered_is_owned_before_it_is_registered()
    {
        var world = new World();
        world.Calls.Before = call =>
        {
            if (call.StartsWith("Register", StringComparison.Ordinal))
            {
                Assert.Equal(["10.0.0.1", "10.0.0.2"], world.State!.Owned.Select(owned => owned.Address.ToString()));
                Assert.Equal(["10.0.0.1", "10.0.0.2"], world.State.Intent!.Register.Select(address => address.ToString()));
            }
            return Task.CompletedTask;
        };

        Assert.Equal(RunResult.Changed, (await world.RunAsync(1, 2)).Result);
    }

    [Fact]
    public async Task S09_of_two_runs_at_once_the_one_that_writes_later_changes_nothing()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 2, 3);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        RunReport? inner = null;
        world.Calls.Before = async call =>
        {
            if (inner is null && call.StartsWith("Put", StringComparison.Ordinal))
            {
                world.Calls.Before = null;
                inner = await world.RunAsync(2, 3);
            }
        };

        var outer = await world.RunAsync(2, 3);

        Assert.Equal(RunResult.Changed, inner!.Result);
        Assert.Equal(RunResult.Superseded, outer.Result);
        Assert.Empty(outer.Outcome.Deregistered);
        Assert.Single(world.Calls.Log, call => call.StartsWith("Deregister", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S09_a_run_that_begins_while_another_removes_removes_nothing_but_registers()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(3, 2, 3);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        RunReport? inner = null;
        world.Calls.Before = async call =>
        {
            if (inner is null && call.StartsWith("Deregister", StringComparison.Ordinal))
            {
                world.Calls.Before = null;
                inner = await world.RunAsync(2, 3, 7);
            }
        };

        await world.RunAsync(2, 3);

        Assert.Equal([World.TargetOf(7)], inner!.Outcome.Registered);
        Assert.Empty(inner.Outcome.Deregistered);
        Assert.Equal("AnotherRun", inner.Plan!.Refusal!.Kind.ToString());
    }

    [Theory]
    [InlineData("Initial", false)]
    [InlineData("Healthy", false)]
    [InlineData("Unhealthy", false)]
    [InlineData("UnhealthyDraining", false)]
    [InlineData("Unused", false)]
    [InlineData("Unavailable", false)]
    [InlineData("Draining", true)]
    public async Task S11_only_a_draining_target_is_registered_again(string state, bool isRegistered)
    {
        var world = new World();
        world.Group.Set(World.TargetOf(1), Enum.Parse<TargetState>(state));

        var report = await world.RunAsync(1);

        Assert.Equal(isRegistered ? [World.TargetOf(1)] : [], report.Plan!.Register);
    }

    [Fact]
    public async Task S11_the_same_address_on_another_port_is_another_target()
    {
        var world = new World();
        var elsewhere = new Target(World.Address(1), 8443);
        world.Group.Set(elsewhere, TargetState.Healthy);

        await world.RunMinutesAsync(10, 1, 2, 3);
        await world.RunMinutesAsync(20, 2, 3);

        Assert.Equal([elsewhere, World.TargetOf(2), World.TargetOf(3)], world.Group.Live.Order(TargetOrder.Instance));
    }
}
