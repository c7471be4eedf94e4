using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Defects;

/// <summary>How the published functions of this kind have taken services down, each scenario played against this one.</summary>
public sealed class DefectTests
{
    [Fact]
    public async Task A_full_change_of_addresses_while_no_registration_succeeds_does_not_empty_the_group()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Calls.Before = call => call.StartsWith("Register", StringComparison.Ordinal) ? throw new TargetGroupException(TargetGroupError.Failed, "throttled") : Task.CompletedTask;

        await world.RunMinutesAsync(30, 11, 12, 13);

        Assert.Equal(3, world.Group.Live.Count());
    }

    [Fact]
    public async Task One_partial_answer_for_half_an_hour_does_not_remove_three_of_four()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);

        await world.RunMinutesAsync(30, 1);

        Assert.Equal(4, world.Group.Live.Count());
    }

    [Fact]
    public async Task A_target_of_somebody_else_is_not_removed()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        world.Group.Set(World.TargetOf(99), TargetState.Unhealthy);

        await world.RunMinutesAsync(30, 1, 2, 3);

        Assert.Contains(World.TargetOf(99), world.Group.Live);
    }

    [Fact]
    public async Task The_same_address_on_another_port_does_not_count_as_registered()
    {
        var world = new World();
        world.Group.Set(new Target(World.Address(1), 80), TargetState.Healthy);

        await world.RunAsync(1);

        Assert.Contains(World.TargetOf(1), world.Group.Live);
    }

    [Fact]
    public async Task A_draining_address_that_is_back_in_the_dns_is_registered_again()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(4, 1, 2);
        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);

        await world.RunMinutesAsync(1, 1, 2, 3);

        Assert.Contains(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task A_converged_group_is_not_deregistered_from_every_minute_for_ever()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        await world.RunMinutesAsync(20, 1, 2);
        world.Calls.Log.Clear();

        await world.RunMinutesAsync(60, 1, 2);

        Assert.Empty(world.Calls.Mutating);
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_not_a_first_run()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        var before = world.StateText;
        world.Calls.Before = call => call.StartsWith("Get", StringComparison.Ordinal) ? throw new ObjectStoreException("503 SlowDown") : Task.CompletedTask;

        Assert.Equal(RunResult.Failed, (await world.RunMinutesAsync(10, 1, 2)).Result);

        Assert.Equal(before, world.StateText);
        Assert.Empty(world.Calls.Mutating);
    }

    [Fact]
    public async Task An_empty_answer_does_not_deregister_everything() => await Assert.ThrowsAsync<ResolveException>(() =>
        Resolving.ObserveAsync(new Zone(Resolving.Addresses(4)) { Instead = (_, type, _) => type == Zone.A ? DnsReply.Empty : null }));

    [Fact]
    public void Two_ports_and_two_target_groups_that_share_a_bucket_do_not_share_a_state()
    {
        StateKey[] keys = [World.Key, World.Key with { Port = 80 }, World.Key with { TargetGroup = FunctionTests.OtherGroup }, World.Key with { LoadBalancer = "other.example.com" }];

        Assert.Equal(keys.Length, keys.Select(key => key.ObjectKey).Distinct().Count());
    }

    [Fact]
    public async Task A_custom_name_is_resolved_in_the_zone_that_it_leads_to()
    {
        var zone = new Zone(Resolving.Addresses(24));
        zone.Instead = (name, type, _) => name == "www.example.com" && type == Zone.A ? DnsReply.Names(name, Zone.CNAME, Zone.Name) with { Records = [(name, Zone.CNAME, Zone.Name), .. Resolving.Addresses(8).Select(address => (Zone.Name, Zone.A, (object)address))] } : null;

        Assert.Equal(24, (await Resolving.ObserveAsync(zone, "www.example.com")).Addresses.Count);
    }

    [Fact]
    public async Task Retries_and_overlaps_do_not_shorten_three_minutes()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        for (var retry = 0; retry < 30; retry++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            await world.RunAsync(1, 2);
        }

        Assert.Contains(World.TargetOf(3), world.Group.Live);
    }

    [Fact]
    public async Task An_invocation_whose_run_failed_fails()
    {
        var world = new World();
        world.Calls.Before = _ => throw new TargetGroupException(TargetGroupError.Failed, "AccessDenied");
        var function = new SyncFunction(FunctionTests.Settings(), new FunctionTests.Fixed(World.Seen(1)), _ => world.Group, new SimulatedStore(new Calls()), world.Clock, log: null);

        var exception = await Assert.ThrowsAsync<SyncFailedException>(() => LambdaMode.HandleAsync(function, new SyncRequest(), new InvocationContext()));

        Assert.Equal($"{World.TargetGroup}, port 443: AccessDenied", exception.Message);
    }

    [Fact]
    public async Task With_the_metric_switched_off_the_sync_goes_on()
    {
        var world = new World();
        var settings = FunctionTests.Settings(KeyValuePair.Create("CW_METRIC_FLAG_IP_COUNT", "false"), KeyValuePair.Create("SYNC_METRICS", "false"));
        var log = new RunLog(TextWriter.Null, settings.WritesMetrics, settings.WritesAddressCount);
        using var deadline = new Deadline(world.Time, world.Clock);

        await new SyncFunction(settings, new FunctionTests.Fixed(World.Seen(1, 2)), _ => world.Group, world.Store, world.Clock, log).RunAsync(new SyncRequest(), deadline);

        Assert.Equal(2, world.Group.Live.Count());
    }

    [Fact]
    public async Task A_hundred_nodes_are_all_found_in_every_one_of_100_runs()
    {
        await using var server = new DnsServer(new Zone(Resolving.Addresses(100)).Answer);
        var resolver = Resolving.At(server);

        for (var run = 0; run < 100; run++)
        {
            Assert.Equal(100, (await resolver.ObserveAsync(CancellationToken.None)).Addresses.Count);
        }
    }
}
