using Orchestrator.Diagram;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Diagrams;

/// <summary>Names that lead clients to load balancers and addresses. Records of other types carry no traffic.</summary>
internal static class DnsTraffic
{
    private static readonly DnsRecordType[] Types = [DnsRecordType.A, DnsRecordType.Aaaa, DnsRecordType.Cname];

    /// <summary>Draws the records of one name as one node, how Route 53 chooses between them beside the arrows.</summary>
    internal static void Draw(DnsRecordProps record, TrafficGraph graph)
    {
        if (record.Types.Any(type => type.MayBe(Types)))
        {
            graph.Connect(Name(record.Name, graph), Target(record, graph), Routing(record.Routing));
        }
    }

    /// <summary>Draws both ends of a migration with their shares.</summary>
    internal static void Draw(WeightedMigrationProps migration, TrafficGraph graph)
    {
        graph.Connect(Name(migration.Name, graph), Target(migration.Old.AsAlias(), graph), $"{migration.OldPercent} %");
        graph.Connect(Name(migration.Name, graph), Target(migration.New.AsAlias(), graph), $"{migration.NewPercent} %");
    }

    private static string Name(Value<string> name, TrafficGraph graph)
    {
        var id = graph.Add($"name {name}", TrafficKind.Dns, $"{name}");
        if (!graph.IsReached(id))
        {
            graph.ConnectFromInternet(id);
        }
        return id;
    }

    private static string Target(DnsRecordProps record, TrafficGraph graph)
    {
        if (record.Alias is { } alias)
        {
            return Target(alias, graph);
        }
        var values = record.Values.Expression?.Template ?? string.Join('\n', record.Values);
        return graph.Add($"values {values}", TrafficKind.Address, values);
    }

    private static string Target(AliasProps alias, TrafficGraph graph) => alias.LoadBalancer is { } balancer
        ? graph.Find(balancer)
        : graph.Add($"name {alias.DnsName}", TrafficKind.Dns, $"{alias.DnsName}", "elsewhere");

    private static string? Routing(RoutingProps? routing) => routing switch
    {
        { Weight: { } weight } => $"weight {weight}",
        { Failover: { } role } => $"{role}".ToLowerInvariant(),
        { LatencyRegion: { } region } => $"lowest latency, {region}",
        { Geolocation: { } place } => $"from {place.Continent ?? place.Country ?? "elsewhere"}{(place.Subdivision is null ? "" : $" {place.Subdivision}")}",
        { } when routing.MultivalueAnswer.Is(true) => "one of several",
        _ => null,
    };
}
