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
    public async Task S02_a_target_that_was_there_before_stays_somebody_elses_though_it_was_in_the_dns()
    {
        var world = new World();
        world.Group.Set(World.TargetOf(4), TargetState.Healthy);
        await world.RunMinutesAsync(12, 1, 2, 3, 4);

        await world.RunMinutesAsync(60, 1, 2, 3);

        Assert.Contains(World.TargetOf(4), world.Group.Live);
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
