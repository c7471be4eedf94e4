using System.Net;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>Resolves at the test's DNS server.</summary>
internal static class Resolving
{
    internal static ResolveSettings Settings(IPEndPoint server, string name = Zone.Name) => new()
    {
        Name = DnsName.Parse(name)!,
        Type = RecordType.A,
        Resolvers = [server],
        AllowedNetworks = AddressFilter.Private,
        MostLookups = 50,
    };

    internal static AddressResolver At(DnsServer server, string name = Zone.Name, double seconds = 5) =>
        new(new SocketDnsClient(TimeSpan.FromSeconds(seconds)), Settings(server.EndPoint, name), TimeProvider.System);

    internal static IEnumerable<IPAddress> Addresses(int count) => Enumerable.Range(1, count).Select(World.Address);

    internal static async Task<Observation> ObserveAsync(Zone zone, string name = Zone.Name)
    {
        await using var server = new DnsServer(zone.Answer);
        return await At(server, name).ObserveAsync(CancellationToken.None);
    }
}
