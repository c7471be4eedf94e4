using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>Finds the servers that speak for a name, by asking for the NS records of every name above it: a resolver's cache would give the same answer again and again.</summary>
/// <param name="resolvers">Who is asked.</param>
/// <param name="port">The port that the servers listen on.</param>
internal sealed class ZoneFinder(ServerPool resolvers, int port)
{
    private const int MostServers = 8;

    /// <summary>The addresses of the servers of the innermost zone that holds the name; none where they cannot be found.</summary>
    internal async Task<IReadOnlyList<IPEndPoint>> FindAsync(DnsName name, CancellationToken cancellationToken)
    {
        var zones = await Task.WhenAll(NamesFrom(name).Select(zone => NameServersAsync(zone, cancellationToken)));
        var servers = zones.FirstOrDefault(servers => servers.Count > 0) ?? [];
        var addresses = await Task.WhenAll(servers.Take(MostServers).Select(server => AddressesAsync(server, cancellationToken)));
        return [.. addresses.SelectMany(each => each).Distinct().Take(MostServers).Select(address => new IPEndPoint(address, port))];
    }

    // A top-level domain is nobody's load balancer.
    private static IEnumerable<DnsName> NamesFrom(DnsName name)
    {
        for (var zone = name; zone is { Labels.Length: > 1 }; zone = zone.Parent)
        {
            yield return zone;
        }
    }

    private Task<IReadOnlyList<DnsName>> NameServersAsync(DnsName zone, CancellationToken cancellationToken) =>
        TryAsync<DnsName>(new DnsQuestion(zone, RecordType.NS), answer => [.. answer.Answers.Where(record => record.Type == RecordType.NS && record.Owner == zone).Select(record => record.Name!)], cancellationToken);

    private Task<IReadOnlyList<IPAddress>> AddressesAsync(DnsName server, CancellationToken cancellationToken) =>
        TryAsync(new DnsQuestion(server, RecordType.A), answer => Answers.Follow(answer).Addresses, cancellationToken);

    // Without the zone's servers the resolver itself is sampled, so nothing here is fatal.
    private async Task<IReadOnlyList<T>> TryAsync<T>(DnsQuestion question, Func<DnsMessage, IReadOnlyList<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return DnsName.Problem(question.Name.ToString()) is null ? read(await resolvers.AskAsync(question, cancellationToken)) : [];
        }
        catch (ResolveException)
        {
            return [];
        }
    }
}
