using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A record of Route 53: an alias for something in AWS, or values.</summary>
public sealed record DnsRecordProps : INamesResources, IMakesRecords
{
    /// <summary>The whole domain name, <c>www.example.com</c>. A change replaces the record.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>The hosted zone that it goes to. A change replaces the record.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The type. Needed beside values; an alias is an A record unless set and, for a target with IPv6, an AAAA record too.</summary>
    public Value<DnsRecordType>? Type { get; init; }

    /// <summary>What it stands for in AWS. Either it, or values.</summary>
    public AliasProps? Alias { get; init; }

    /// <summary>The values, in the form of their type: addresses, names, texts.</summary>
    public ValueList<string> Values { get; init; } = [];

    /// <summary>Seconds that resolvers keep the values, 0 to 2,147,483,647. 300 unless set. An alias has those of its target.</summary>
    public Value<int>? TtlSeconds { get; init; }

    /// <summary>How Route 53 chooses between this record and others with its name and type. There are no others unless set.</summary>
    public RoutingProps? Routing { get; init; }

    /// <summary>What decides whether the record counts as healthy. It always does unless set.</summary>
    public IDnsHealthCheck? HealthCheck { get; init; }

    /// <summary>Whether a record that is there already is overwritten. The apply stops at one unless set.</summary>
    public Value<bool>? Overwrite { get; init; }

    /// <summary>The time to live of values, the default included.</summary>
    internal Value<int> EffectiveTtlSeconds => TtlSeconds.Or(300);

    /// <summary>Whether it has values, given one by one or by an expression.</summary>
    internal bool HasValues => Values.Count > 0 || Values.Expression is not null;

    /// <summary>The types of the records that are made; none where no type is known.</summary>
    internal IReadOnlyList<Value<DnsRecordType>> Types =>
        Type is not null ? [Type]
        : Alias is null ? []
        : [.. new[] { (DnsRecordType.A, Alias.HasIpv4), (DnsRecordType.Aaaa, Alias.HasIpv6) }.Where(type => type.Item2).Select(type => (Value<DnsRecordType>)type.Item1)];

    IEnumerable<(string Property, IHostedZone Zone)> IMakesRecords.Zones => [("zone", Zone)];

    IEnumerable<string?> IMakesRecords.RecordSuffixes => Types.Select(type => DnsRecord.SuffixOf(this, type));

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => RecordSet.NamesOf(place);
}
