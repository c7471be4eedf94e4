using System.Net;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Dns;

/// <summary>The resolver against a real DNS server.</summary>
public sealed class ResolverTests
{
    [Fact]
    public async Task All_addresses_come_at_once_from_all_and_samples_agree()
    {
        var observation = await Resolving.ObserveAsync(new Zone(Resolving.Addresses(4)));

        Assert.Equal(Resolving.Addresses(4), observation.Addresses);
        Assert.True(observation.ProvesAbsence);
        Assert.Equal(5, observation.Lookups);
        Assert.Equal($"all.{Zone.Name}, agreeing with 4 samples", observation.Source);
    }

    [Fact]
    public async Task Where_one_run_may_not_ask_for_enough_samples_those_of_the_next_runs_prove_that_all_has_all()
    {
        await using var server = new DnsServer(new Zone(Resolving.Addresses(100)).Answer);
        var resolver = Resolving.At(server);
        var complete = new List<bool>();
        for (var run = 0; run < 4; run++)
        {
            var observation = await resolver.ObserveAsync(CancellationToken.None);
            Assert.Equal(Resolving.Addresses(100), observation.Addresses);
            Assert.Equal(51, observation.Lookups);
            complete.Add(observation.ProvesAbsence);
        }

        Assert.Equal([false, false, true, true], complete);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(60)]
    public async Task An_all_that_lacks_one_node_is_believed_in_no_run(int nodes)
    {
        var zone = new Zone(Resolving.Addresses(nodes));
        zone.Instead = (name, type, _) => name.StartsWith("all.", StringComparison.Ordinal) && type == Zone.A ? DnsReply.Addresses(name, Resolving.Addresses(nodes - 1)) : null;
        await using var server = new DnsServer(zone.Answer);
        for (var run = 0; run < 40; run++)
        {
            var observation = await Resolving.At(server).ObserveAsync(CancellationToken.None);

            Assert.True(observation.Addresses.Count == nodes || !observation.ProvesAbsence, observation.Source);
        }
    }

    [Fact]
    public async Task An_authority_that_always_gives_the_same_eight_proves_nothing_and_says_so()
    {
        var zone = new Zone(Resolving.Addresses(12)) { HasAll = false };
        zone.Instead = (name, type, _) => (name, type) == (Zone.Name, Zone.A) ? DnsReply.Addresses(name, Resolving.Addresses(8)) : null;

        var observation = await Resolving.ObserveAsync(zone);

        Assert.False(observation.ProvesAbsence);
        Assert.Equal($"50 samples of {Zone.Name}, not converged, always the same 8: there may be more", observation.Source);
    }

    [Fact]
    public async Task Servers_that_refuse_are_passed_over_for_the_resolver()
    {
        var zone = new Zone(Resolving.Addresses(4));
        var answer = zone.Answer;
        await using var resolver = new DnsServer((name, type, isTcp) => name.StartsWith("ns-", StringComparison.Ordinal) ? DnsReply.Addresses(name, [IPAddress.Parse("127.0.0.2")]) : answer(name, type, isTcp));
        await using var refusing = new DnsServer((_, _, _) => new DnsReply { Code = 5 }, new IPEndPoint(IPAddress.Parse("127.0.0.2"), resolver.EndPoint.Port));

        Assert.Equal(4, (await Resolving.At(resolver).ObserveAsync(CancellationToken.None)).Addresses.Count);
        Assert.NotEmpty(refusing.Asked);
    }

    [Fact]
    public async Task A_name_that_moves_to_another_load_balancer_is_followed_at_once()
    {
        var zone = new Zone(Resolving.Addresses(4));
        var target = Zone.Name;
        zone.Instead = (name, type, _) => (name, type) switch
        {
            ("app.example.com", Zone.A) => new DnsReply { Records = [("app.example.com", Zone.CNAME, target), .. (target == Zone.Name ? Resolving.Addresses(4) : [IPAddress.Parse("10.9.0.1")]).Select(address => (target, Zone.A, (object)address))] },
            ("other.eu-west-1.elb.amazonaws.com", Zone.A) => DnsReply.Addresses(name, [IPAddress.Parse("10.9.0.1")]),
            _ => null,
        };
        await using var server = new DnsServer(zone.Answer);
        var resolver = Resolving.At(server, "app.example.com");
        await resolver.ObserveAsync(CancellationToken.None);
        target = "other.eu-west-1.elb.amazonaws.com";

        Assert.Equal([IPAddress.Parse("10.9.0.1")], (await resolver.ObserveAsync(CancellationToken.None)).Addresses);
    }

    [Fact]
    public async Task An_answer_that_is_not_well_formed_fails_at_once()
    {
        var zone = new Zone(Resolving.Addresses(4)) { Instead = (name, type, _) => type == Zone.A && name.EndsWith(Zone.Name, StringComparison.Ordinal) ? DnsReply.Addresses(name, Resolving.Addresses(1)) with { IsMalformed = true } : null };
        await using var server = new DnsServer(zone.Answer);
        var resolver = Resolving.At(server, seconds: 600);

        var exception = await Assert.ThrowsAsync<ResolveException>(() => resolver.ObserveAsync(CancellationToken.None));

        Assert.Contains("could not be asked", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_own_time_is_over_says_so()
    {
        await using var server = new DnsServer(new Zone([]) { Instead = (_, _, _) => new DnsReply { IsDropped = true } }.Answer);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        var exception = await Assert.ThrowsAsync<ResolveException>(() => Resolving.At(server).ObserveAsync(over.Token));

        Assert.Equal($"{Zone.Name}: the run had no time left to wait for the DNS", exception.Message);
    }

    [Fact]
    public async Task Without_all_sampling_converges_on_every_address()
    {
        var observation = await Resolving.ObserveAsync(new Zone(Resolving.Addresses(24)) { HasAll = false });

        Assert.Equal(Resolving.Addresses(24), observation.Addresses);
        Assert.True(observation.IsComplete);
        Assert.InRange(observation.Lookups, 30, 51);
    }

    [Fact]
    public async Task A_hundred_addresses_without_all_are_too_many_for_50_samples_and_nothing_counts_as_missing()
    {
        var observation = await Resolving.ObserveAsync(new Zone(Resolving.Addresses(100)) { HasAll = false });

        Assert.False(observation.IsComplete);
        Assert.InRange(observation.Addresses.Count, 90, 100);
    }

    [Fact]
    public async Task An_all_that_lacks_what_the_samples_have_is_not_believed()
    {
        var zone = new Zone(Resolving.Addresses(4));
        zone.Instead = (name, type, _) => name.StartsWith("all.", StringComparison.Ordinal) && type == Zone.A ? DnsReply.Addresses(name, [IPAddress.Parse("10.9.9.9")]) : null;

        var observation = await Resolving.ObserveAsync(zone);

        Assert.Equal(Resolving.Addresses(4), observation.Addresses);
        Assert.True(observation.IsComplete);
        Assert.EndsWith($"converged; all.{Zone.Name} contradicts them", observation.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_name_is_followed_to_the_zone_that_answers()
    {
        var zone = new Zone(Resolving.Addresses(4));
        zone.Instead = (name, type, _) => (name, type) switch
        {
            ("app.example.com", Zone.A) => new DnsReply { Records = [("app.example.com", Zone.CNAME, "alias.example.net"), ("alias.example.net", Zone.CNAME, Zone.Name), .. Resolving.Addresses(4).Select(address => (Zone.Name, Zone.A, (object)address))] },
            ("app.example.com", Zone.NS) => DnsReply.Names("app.example.com", Zone.CNAME, Zone.Name),
            _ => null,
        };
        await using var server = new DnsServer(zone.Answer);

        var observation = await Resolving.At(server, "app.example.com").ObserveAsync(CancellationToken.None);

        Assert.Equal(Resolving.Addresses(4), observation.Addresses);
        Assert.Contains($"{Zone.A} all.{Zone.Name}", server.Asked);
        Assert.Contains($"{Zone.NS} {Zone.Apex}", server.Asked);
    }

    [Fact]
    public async Task A_name_that_leads_to_what_no_host_may_be_called_is_told()
    {
        var zone = new Zone(Resolving.Addresses(4)) { Instead = (name, type, _) => (name, type) is ("app.example.com", Zone.A) ? DnsReply.Names(name, Zone.CNAME, "an app.example.net") : null };

        var exception = await Assert.ThrowsAsync<ResolveException>(() => Resolving.ObserveAsync(zone, "app.example.com"));

        Assert.Equal("app.example.com leads to \"an\\032app.example.net\", which no host may be called: it has \"\\\", and a DNS name has letters, digits, hyphens and dots", exception.Message);
    }

    [Theory]
    [InlineData("ns.example.com", "ns.example.com")]
    [InlineData("ns 1.example.com", null)]
    public async Task Where_the_zones_server_cannot_be_found_the_resolver_is_asked(string server, string? leadsTo)
    {
        var zone = new Zone(Resolving.Addresses(4))
        {
            Instead = (name, type, _) => type == Zone.NS && name == Zone.Apex ? DnsReply.Names(name, Zone.NS, server) : name == server && leadsTo is not null ? DnsReply.Names(name, Zone.CNAME, leadsTo) : null,
        };

        Assert.Equal(4, (await Resolving.ObserveAsync(zone)).Addresses.Count);
    }

    [Fact]
    public async Task What_does_not_fit_comes_over_tcp()
    {
        var zone = new Zone(Resolving.Addresses(100));
        await using var server = new DnsServer(zone.Answer);

        Assert.Equal(100, (await Resolving.At(server).ObserveAsync(CancellationToken.None)).Addresses.Count);
        Assert.Equal(2, server.Asked.Count(asked => asked == $"{Zone.A} all.{Zone.Name}"));
    }

    [Fact]
    public async Task Full_answers_from_a_cache_prove_nothing_however_many()
    {
        var cached = Resolving.Addresses(8).ToList();
        var zone = new Zone(Resolving.Addresses(24)) { HasAll = false };
        zone.Instead = (name, type, _) => (name, type) == (Zone.Name, Zone.A) ? DnsReply.Addresses(name, cached) with { IsAuthoritative = false } : null;

        Assert.False((await Resolving.ObserveAsync(zone)).IsComplete);
    }

    [Fact]
    public async Task Where_only_the_resolver_can_be_reached_it_is_asked()
    {
        var zone = new Zone(Resolving.Addresses(4));
        // Nobody listens there on the server's port.
        zone.Instead = (name, type, _) => name.StartsWith("ns-", StringComparison.Ordinal) ? DnsReply.Addresses(name, [IPAddress.Parse("127.0.0.77")]) : null;
        await using var server = new DnsServer(zone.Answer);

        Assert.Equal(4, (await Resolving.At(server, seconds: 1).ObserveAsync(CancellationToken.None)).Addresses.Count);
    }

    [Fact]
    public async Task A_server_that_fails_twice_is_asked_again()
    {
        var asked = 0;
        var zone = new Zone(Resolving.Addresses(4));
        zone.Instead = (_, type, _) => type == Zone.A && Interlocked.Increment(ref asked) <= 2 ? DnsReply.ServerFailure : null;

        Assert.Equal(4, (await Resolving.ObserveAsync(zone)).Addresses.Count);
    }

    [Fact]
    public async Task A_server_from_before_edns_is_asked_without_it()
    {
        var zone = new Zone(Resolving.Addresses(4));
        var isFirst = new HashSet<string>();
        zone.Instead = (name, type, _) =>
        {
            lock (isFirst)
            {
                return isFirst.Add($"{name} {type}") ? new DnsReply { Code = 1 } : null;
            }
        };

        Assert.Equal(4, (await Resolving.ObserveAsync(zone)).Addresses.Count);
    }

    [Fact]
    public async Task The_zone_is_found_once_for_several_runs()
    {
        await using var server = new DnsServer(new Zone(Resolving.Addresses(4)).Answer);
        var resolver = Resolving.At(server);
        await resolver.ObserveAsync(CancellationToken.None);
        server.Asked.Clear();

        await resolver.ObserveAsync(CancellationToken.None);

        Assert.Equal(5, server.Asked.Count);
    }

    [Fact]
    public async Task Ids_and_source_ports_are_random()
    {
        await using var server = new DnsServer(new Zone(Resolving.Addresses(24)) { HasAll = false }.Answer);
        await Resolving.At(server).ObserveAsync(CancellationToken.None);

        var origins = server.Origins.ToList();
        Assert.InRange(origins.Select(origin => origin.Id).Distinct().Count(), origins.Count - 2, origins.Count);
        Assert.InRange(origins.Select(origin => origin.Port).Distinct().Count(), origins.Count - 5, origins.Count);
    }

    [Fact]
    public async Task IPv6_addresses_are_asked_for_as_such()
    {
        var address = IPAddress.Parse("fd00::1");
        var zone = new Zone([]) { Instead = (name, type, _) => name.EndsWith(Zone.Name, StringComparison.Ordinal) && type == 28 ? DnsReply.Addresses(name, [address]) : null };
        await using var server = new DnsServer(zone.Answer);
        var settings = Resolving.Settings(server.EndPoint) with { Type = RecordType.AAAA, AllowedNetworks = [IPNetwork.Parse("fd00::/8")] };

        var observation = await new AddressResolver(new SocketDnsClient(TimeSpan.FromSeconds(5)), settings, TimeProvider.System).ObserveAsync(CancellationToken.None);

        Assert.Equal([address], observation.Addresses);
    }

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.32.0.0", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("100.128.0.1", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2001:db8::1", false)]
    public void S12_only_private_addresses_may_be_targets_unless_the_vpc_has_others(string address, bool isAllowed)
    {
        Assert.Equal(isAllowed, new AddressFilter(AddressFilter.Private).Allows(IPAddress.Parse(address)));
        // No allowlist lets in what is no target anywhere.
        var all = new AddressFilter([IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")]);
        Assert.Equal(!AddressFilter.Contains(AddressFilter.Never, IPAddress.Parse(address)), all.Allows(IPAddress.Parse(address)));
    }

    [Fact]
    public async Task S12_a_forged_address_is_not_registered_and_nothing_is_believed_to_be_missing()
    {
        var zone = new Zone([.. Resolving.Addresses(3), IPAddress.Parse("203.0.113.9"), IPAddress.Parse("169.254.169.254")]);

        var observation = await Resolving.ObserveAsync(zone);

        Assert.Equal(Resolving.Addresses(3), observation.Addresses);
        Assert.Equal(["169.254.169.254", "203.0.113.9"], observation.Foreign.Select(address => address.ToString()));
        Assert.False(observation.ProvesAbsence);
    }
}
