using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.State;

/// <summary>The Python function's installation is taken over.</summary>
public sealed class TakeoverTests
{
    private const string First = $"{World.LoadBalancer}-active-registered-IPs/Active IP list of {World.LoadBalancer}.json";
    private const string FirstPending = $"{World.LoadBalancer}-pending-deregisteration-IPs/Pending deregisteration IP list of {World.LoadBalancer}.json";

    [Theory]
    [InlineData(First, """"
        "{\"LoadBalancerName\": \"x\", \"TimeStamp\": \"2020-01-01 00:00:00\", \"IPList\": [\"10.0.0.1\", \"10.0.0.2\", \"10.0.0.3\"], \"IPCount\": 3}"
        """", FirstPending, """"
        "{\"10.0.0.4\": 2}"
        """")]
    [InlineData($"{World.LoadBalancer}/active_ip.json", """
        {"LoadBalancerName": "x", "TimeStamp": "2024-01-01 00:00:00", "IPList": ["10.0.0.1", "10.0.0.2", "10.0.0.3"], "IPCount": 3}
        """, $"{World.LoadBalancer}/pending_ip.json", """
        {"10.0.0.4": 2}
        """)]
    public async Task Both_generations_are_taken_over_and_their_counters_begin_anew(string active, string addresses, string pending, string counters)
    {
        var world = new World();
        world.Store.Put(active, addresses);
        world.Store.Put(pending, counters);
        foreach (var number in (int[])[1, 2, 3, 4, 50])
        {
            world.Group.Set(World.TargetOf(number), TargetState.Healthy);
        }

        var report = await world.RunAsync(1, 2, 3);

        Assert.Equal(["took over 4 targets from the Python function, which had left 4 addresses"], report.Outcome.Notes);
        Assert.Equal(["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"], world.State!.Owned.Select(owned => owned.Address.ToString()));
        await world.RunMinutesAsync(2, 1, 2, 3);
        Assert.Contains(World.TargetOf(4), world.Group.Live);
        await world.RunMinutesAsync(2, 1, 2, 3);
        Assert.Equal([1, 2, 3, 50], world.Group.Live.Order(TargetOrder.Instance).Select(target => (int)target.Address.GetAddressBytes()[3]));
    }

    [Fact]
    public async Task What_the_group_does_not_list_on_this_port_is_not_taken_over()
    {
        var world = new World();
        world.Store.Put(First, """{"IPList":["10.0.0.1","10.0.0.2","10.0.0.3"]}""");
        world.Group.Set(World.TargetOf(1), TargetState.Healthy);
        world.Group.Set(new Target(World.Address(2), 80), TargetState.Healthy);
        world.Group.Set(World.TargetOf(3), TargetState.Draining);

        await world.RunAsync(1);

        Assert.Equal(["10.0.0.1"], world.State!.Owned.Select(owned => owned.Address.ToString()));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"{\"")]
    [InlineData("""{"IPList":"10.0.0.1"}""")]
    [InlineData("""{"IPList":["ten"]}""")]
    [InlineData("""{"hello":"world"}""")]
    public async Task A_file_that_is_not_its_own_stops_the_removals_until_somebody_has_looked(string content)
    {
        var world = new World();
        world.Store.Put(First, content);

        var report = await world.RunAsync(1);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.Contains("is none of its objects", Assert.Single(report.Outcome.Problems), StringComparison.Ordinal);
        Assert.Null(world.State);
        Assert.Single(world.Group.Live);
    }
}
