using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>
/// Moves the clients of one name from an old endpoint to a new one, and back, by one number. Both stay in place the whole time; setting
/// the number back is the way back. How soon clients follow is up to the DNS caches: 60 seconds for load balancers.
/// </summary>
public sealed record WeightedMigrationProps : INamesResources, IMakesRecords
{
    /// <summary>The whole domain name, <c>shop.example.com</c>. A change replaces the records.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>The hosted zone that the records go to.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The endpoint to move away from.</summary>
    public required MigrationEndpointProps Old { get; init; }

    /// <summary>The endpoint to move to.</summary>
    public required MigrationEndpointProps New { get; init; }

    /// <summary>The new endpoint's share of the answers in percent, 0 to 100. At 0 nobody gets it, at 100 everybody does.</summary>
    public required Value<int> NewPercent { get; init; }

    /// <summary>
    /// Whether an endpoint that is not healthy is left out of the answers. It is not unless set: then the number alone decides. Where it is set, an
    /// endpoint with 0 percent gets everything once the other one is not healthy.
    /// </summary>
    public Value<bool> EvaluateTargetHealth { get; init; } = false;

    /// <summary>Whether there are AAAA records: only where both endpoints have IPv6, else its clients would not follow the number.</summary>
    internal bool HasIpv6 => Old.AsAlias().HasIpv6 && New.AsAlias().HasIpv6;

    /// <summary>The old endpoint's share in percent.</summary>
    internal Value<int> OldPercent => NewPercent.TryGetLiteral(out var percent) ? 100 - percent : Expression.Of($"100 - {NewPercent}");

    IEnumerable<(string Property, IHostedZone Zone)> IMakesRecords.Zones => [("zone", Zone)];

    IEnumerable<string?> IMakesRecords.RecordSuffixes => WeightedMigration.RecordsOf(this).Select(record => record.Suffix);

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => RecordSet.NamesOf(place);
}
