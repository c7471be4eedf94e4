using System.Diagnostics;
using System.Net;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Bench;

/// <summary>Times of getting the whole list of a load balancer's addresses, 8 an answer.</summary>
/// <param name="count">How many addresses it has.</param>
/// <param name="delay">How long each answer takes.</param>
internal sealed class Lists(int count, TimeSpan delay)
{
    private const int Lookups = 50;
    private readonly IPAddress[] _addresses = [.. Enumerable.Range(1, count).Select(number => new IPAddress([10, 0, 0, (byte)number]))];

    /// <summary>Seconds of each run of our resolver; each begins by finding the zone's servers.</summary>
    internal async Task<List<double>> OursAsync(int runs, bool hasAll = true)
    {
        await using var server = new DnsServer(new Zone(_addresses) { HasAll = hasAll }.Answer) { Delay = delay };
        await Resolver(server).ObserveAsync(CancellationToken.None);
        return await TimesAsync(runs, () => Resolver(server).ObserveAsync(CancellationToken.None));
    }

    /// <summary>Seconds of each run of the published algorithm, the zone's servers, then 50 lookups one after the other; and how many addresses a run found on average.</summary>
    internal async Task<(List<double> Seconds, double Found)> SequentialAsync(int runs)
    {
        await using var server = new DnsServer(new Zone(_addresses).Answer) { Delay = delay };
        var client = new SocketDnsClient(TimeSpan.FromSeconds(5));
        var found = 0;
        var seconds = await TimesAsync(runs, async () =>
        {
            await AskAsync(client, server, Zone.Apex, RecordType.NS);
            await AskAsync(client, server, "ns-1.awsdns-01.com", RecordType.A);
            var seen = new HashSet<IPAddress>();
            for (var lookup = 0; lookup < Lookups; lookup++)
            {
                seen.UnionWith(await AskAsync(client, server, Zone.Name, RecordType.A));
            }
            found += seen.Count;
            return seen;
        });
        return (seconds, (double)found / runs);
    }

    /// <summary>In how many runs without <c>all.</c> every address was found.</summary>
    internal async Task<int> CompleteAsync(int runs)
    {
        await using var server = new DnsServer(new Zone(_addresses) { HasAll = false }.Answer);
        var resolver = Resolver(server);
        var complete = 0;
        for (var run = 0; run < runs; run++)
        {
            complete += (await resolver.ObserveAsync(CancellationToken.None)).Addresses.Count == count ? 1 : 0;
            server.Asked.Clear();
            server.Origins.Clear();
        }
        return complete;
    }

    private static async Task<IReadOnlyList<IPAddress>> AskAsync(SocketDnsClient client, DnsServer server, string name, RecordType type) =>
        Answers.Follow(await client.AskAsync(server.EndPoint, new DnsQuestion(DnsName.Parse(name)!, type), CancellationToken.None)).Addresses;

    private static async Task<List<double>> TimesAsync<T>(int runs, Func<Task<T>> run)
    {
        var times = new List<double>();
        for (var index = 0; index < runs; index++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            times.Add(watch.Elapsed.TotalSeconds);
        }
        return times;
    }

    private static AddressResolver Resolver(DnsServer server) => new(
        new SocketDnsClient(TimeSpan.FromSeconds(5)),
        new ResolveSettings { Name = DnsName.Parse(Zone.Name)!, Type = RecordType.A, Resolvers = [server.EndPoint], AllowedNetworks = AddressFilter.Private, MostLookups = Lookups },
        TimeProvider.System);
}
