using System.Net;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S01: a DNS that fails removes nothing, leaves the counters as they are, and fails the invocation.</summary>
public sealed class S01Tests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public static TheoryData<string> Faults => ["empty", "SERVFAIL", "NXDOMAIN", "REFUSED", "truncated", "dropped", "wrong id", "wrong question", "CNAME to nothing", "CNAME loop", "public addresses only"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task S01_a_failing_dns_gives_no_observation(string fault)
    {
        var zone = new Zone(Resolving.Addresses(4)) { Instead = (name, type, _) => type == Zone.A && name.EndsWith(Zone.Name, StringComparison.Ordinal) ? Reply(fault, name) : null };
        await using var server = new DnsServer(zone.Answer);
        var resolver = Resolving.At(server, seconds: Patience.TotalSeconds);

        await Assert.ThrowsAsync<ResolveException>(() => resolver.ObserveAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task S01_a_dns_that_fails_while_it_is_sampled_gives_no_observation(string fault)
    {
        var asked = 0;
        var zone = new Zone(Resolving.Addresses(24)) { Instead = (name, type, _) => type == Zone.A && name == Zone.Name && Interlocked.Increment(ref asked) > 3 ? Reply(fault, name) : null };
        await using var server = new DnsServer(zone.Answer);
        var resolver = Resolving.At(server, seconds: Patience.TotalSeconds);

        // Addresses that no target may have are an observation that proves nothing (S12); the rest is none.
        if (fault == "public addresses only")
        {
            Assert.False((await resolver.ObserveAsync(CancellationToken.None)).ProvesAbsence);
            return;
        }
        await Assert.ThrowsAsync<ResolveException>(() => resolver.ObserveAsync(CancellationToken.None));
    }

    [Fact]
    public async Task S01_without_an_observation_nothing_is_called_and_the_run_fails()
    {
        var world = await World.ConvergedAsync(1, 2, 3, 4);
        var before = world.StateText;
        var function = new SyncFunction(FunctionTests.Settings(), new Silent(), _ => world.Group, world.Store, world.Clock, log: null);
        using var deadline = new Deadline(world.Time, world.Clock);

        var reports = await function.RunAsync(new SyncRequest(), deadline);

        Assert.Equal(RunResult.Failed, Assert.Single(reports).Result);
        Assert.Equal(["there is no observation, so nothing is changed: silence"], reports[0].Outcome.Problems);
        Assert.Empty(world.Calls.Log);
        Assert.Equal(before, world.StateText);
    }

    [Fact]
    public async Task S01_a_dns_that_fails_in_one_run_lets_the_grace_go_on_in_the_next()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        var resolver = new Turning();
        var function = new SyncFunction(FunctionTests.Settings(), resolver, _ => world.Group, world.Store, world.Clock, log: null);
        var results = new List<RunResult>();
        foreach (var observation in (Observation?[])[World.Seen(1, 2), World.Seen(1, 2), null, World.Seen(1, 2)])
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            resolver.Next = observation;
            using var deadline = new Deadline(world.Time, world.Clock);
            results.Add(Assert.Single(await function.RunAsync(new SyncRequest(), deadline)).Result);
        }

        Assert.Equal([RunResult.Unchanged, RunResult.Unchanged, RunResult.Failed, RunResult.Changed], results);
        Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
    }

    private static DnsReply Reply(string fault, string name) => fault switch
    {
        "empty" => DnsReply.Empty,
        "SERVFAIL" => DnsReply.ServerFailure,
        "NXDOMAIN" => DnsReply.NoSuchName,
        "REFUSED" => new DnsReply { Code = 5 },
        "truncated" => new DnsReply { IsTruncated = true },
        "dropped" => new DnsReply { IsDropped = true },
        "wrong id" => DnsReply.Addresses(name, Resolving.Addresses(1)) with { HasWrongId = true },
        "wrong question" => DnsReply.Addresses(name, Resolving.Addresses(1)) with { HasWrongQuestion = true },
        "CNAME to nothing" => DnsReply.Names(name, Zone.CNAME, "gone.example.com"),
        "CNAME loop" => new DnsReply { Records = [(name, Zone.CNAME, "a.example.com"), ("a.example.com", Zone.CNAME, name)] },
        _ => DnsReply.Addresses(name, [IPAddress.Parse("8.8.8.8")]),
    };

    private sealed class Turning : IAddressResolver
    {
        internal Observation? Next { get; set; }

        public Task<Observation> ObserveAsync(CancellationToken cancellationToken) => Next is { } observation ? Task.FromResult(observation) : throw new ResolveException("silence");
    }

    private sealed class Silent : IAddressResolver
    {
        public Task<Observation> ObserveAsync(CancellationToken cancellationToken) => throw new ResolveException("silence");
    }
}
