using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S04 in a group at its quota: what goes so that a successor can come.</summary>
public sealed class FullGroupTests
{
    [Fact]
    public async Task S04_in_a_full_group_a_removal_that_is_due_makes_room_for_one_registration()
    {
        var world = await FullAsync();

        var report = await world.RunAsync(3, 4, 5);

        Assert.Equal([World.TargetOf(5)], report.Outcome.Registered);
        Assert.Equal(["the target group is full: 10.0.0.5:443 took the place of 10.0.0.1:443"], report.Outcome.Notes);
        Assert.Equal(RunResult.Changed, report.Result);
    }

    [Fact]
    public async Task S04_in_a_full_group_what_is_sick_makes_room_before_what_serves()
    {
        var world = await FullAsync();
        world.Group.Set(World.TargetOf(2), TargetState.Unhealthy);

        var report = await world.RunAsync(3, 4, 5);

        Assert.Equal(["the target group is full: 10.0.0.5:443 took the place of 10.0.0.2:443"], report.Outcome.Notes);
    }

    [Fact]
    public async Task S04_in_a_full_group_with_nothing_due_nothing_is_removed()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        world.Group.Quota = 4;

        var report = await world.RunAsync(1, 2, 3, 5);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.Equal(4, world.Group.Live.Count());
    }

    [Fact]
    public async Task S04_in_a_full_group_of_which_everything_is_replaced_successors_take_the_places_one_after_the_other()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        world.Group.Quota = 4;
        var fewest = 4;
        for (var minute = 0; minute < 30; minute++)
        {
            await world.RunMinutesAsync(1, 11, 12, 13, 14);
            fewest = Math.Min(fewest, world.Group.Healthy.Count());
        }

        Assert.Equal([11, 12, 13, 14], world.Group.Healthy.Select(Number).Order());
        Assert.Equal(2, fewest);
    }

    [Fact]
    public async Task S04_in_a_full_group_the_dead_make_room_though_no_target_is_healthy()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Group.Quota = 3;
        foreach (var dead in Enumerable.Range(1, 3))
        {
            world.Group.Set(World.TargetOf(dead), TargetState.Unhealthy);
        }

        await world.RunMinutesAsync(4, 11, 12, 13);

        Assert.Equal([11, 12, 13], world.Group.Live.Select(Number).Order());
    }

    /// <summary>A full group of four, of which the first two have left the DNS for long enough.</summary>
    private static async Task<World> FullAsync()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        await world.RunMinutesAsync(3, 3, 4);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Group.Quota = 4;
        return world;
    }

    private static int Number(Target target) => target.Address.GetAddressBytes()[3];
}
