using System.Net;
using System.Text;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>A load balancer, a target group and a bucket in memory, and the function between them.</summary>
internal sealed class World
{
    internal const int Port = 443;
    internal const string LoadBalancer = Zone.Name;
    internal const string TargetGroup = Zone.TargetGroup;
    internal static readonly StateKey Key = new(LoadBalancer, TargetGroup, Port);

    internal World()
    {
        Store = new SimulatedStore(Calls);
        Group = new SimulatedGroup(Calls, Clock);
    }

    internal ManualClock Clock { get; } = new();

    internal Calls Calls { get; } = new();

    internal SimulatedStore Store { get; }

    internal SimulatedGroup Group { get; }

    internal DecisionSettings Settings { get; set; } = new() { Port = Port };

    /// <summary>What the process remembers that runs now.</summary>
    internal ProcessMemory Process { get; set; } = new();

    /// <summary>The time that a run has.</summary>
    internal TimeSpan Time { get; set; } = TimeSpan.FromMinutes(4);

    internal SyncState? State => Store.Objects.GetValueOrDefault(Key.ObjectKey) is { } stored ? StateFormat.Read(stored.Content.Span, Key) : null;

    internal string? StateText => Store.Objects.GetValueOrDefault(Key.ObjectKey) is { } stored ? Encoding.UTF8.GetString(stored.Content.Span) : null;

    /// <summary>The address 10.0.x.y with this number.</summary>
    internal static IPAddress Address(int number) => new([10, 0, (byte)(number >> 8), (byte)number]);

    internal static Target TargetOf(int number) => new(Address(number), Port);

    internal static Observation Seen(params IEnumerable<int> numbers) => new() { Addresses = [.. numbers.Select(Address).Order(AddressOrder.Instance)], IsComplete = true, Lookups = 5, Source = "the test" };

    /// <summary>One run, at this moment, with these addresses in the DNS.</summary>
    internal Task<RunReport> RunAsync(params IEnumerable<int> addresses) => RunAsync(Seen(addresses));

    internal async Task<RunReport> RunAsync(Observation? observation, bool isDryRun = false)
    {
        using var deadline = new Deadline(Time, Clock);
        return await new SyncRun(Key, Settings, Group, Store, Clock, Process).RunAsync(observation, deadline, isDryRun);
    }

    /// <summary>Runs once a minute, as scheduled.</summary>
    internal async Task<RunReport> RunMinutesAsync(int minutes, params IEnumerable<int> addresses)
    {
        RunReport? report = null;
        var seen = addresses.ToList();
        for (var minute = 0; minute < minutes; minute++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            report = await RunAsync(seen);
        }
        return report!;
    }

    /// <summary>A world in which these addresses are registered, owned and healthy.</summary>
    internal static async Task<World> ConvergedAsync(params IEnumerable<int> addresses)
    {
        var world = new World();
        var seen = addresses.ToList();
        await world.RunMinutesAsync(12, seen);
        Assert.Equal(seen.Select(TargetOf).ToHashSet(), world.Group.Healthy.ToHashSet());
        world.Calls.Log.Clear();
        return world;
    }
}
