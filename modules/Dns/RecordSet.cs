using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A record as Route 53 gets it, whatever declares it: a record may be two, a migration is two or four.</summary>
/// <param name="Owner">What declares it.</param>
/// <param name="Zone">The zone that it goes to.</param>
/// <param name="Name">Its domain name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Routing">How it is chosen among others; null for a record that stands alone.</param>
/// <param name="SetIdentifier">What tells it from the others; null for a record that stands alone.</param>
/// <param name="TtlSeconds">How long its values are kept; null for an alias.</param>
/// <param name="Alias">What it stands for; null for values.</param>
/// <param name="HealthCheck">What decides whether it is healthy.</param>
internal sealed record RecordSet(
    Declaration Owner, IHostedZone Zone, Value<string> Name, Value<DnsRecordType> Type, RoutingProps? Routing, Value<string>? SetIdentifier, Value<int>? TtlSeconds, AliasProps? Alias, IDnsHealthCheck? HealthCheck)
{
    /// <summary>The record in words: <c>A www.example.com</c>.</summary>
    internal string Described => $"{Type} {Name}";

    /// <summary>Its routing policy; null where it has none, several, or stands alone.</summary>
    internal string? Policy => Routing?.Policies is [var policy] ? policy : null;

    /// <summary>Every record of a model.</summary>
    internal static IEnumerable<RecordSet> Of(Model model) =>
        model.Of<DnsRecordProps>().SelectMany(Of).Concat(model.Of<WeightedMigrationProps>().SelectMany(Of));

    /// <summary>The records with one name in one zone, where both and the type are known.</summary>
    internal static IEnumerable<IReadOnlyList<RecordSet>> ByName(Model model) =>
        Of(model)
            .Where(record => record.Name.IsLiteral && record.Type.IsLiteral)
            .GroupBy(record => (record.Zone.Id, DomainName.Normal(record.Name.ToString())))
            .Select(group => group.ToList());

    /// <summary>The records with one name and one type in one zone, which Route 53 chooses between.</summary>
    internal static IEnumerable<IReadOnlyList<RecordSet>> ByNameAndType(Model model) =>
        ByName(model).SelectMany(group => group.GroupBy(record => record.Type)).Select(group => group.ToList());

    /// <summary>The names of a declaration's records: Route 53 tells them apart by type and set identifier too.</summary>
    internal static IEnumerable<NamedResource> NamesOf(NamePlace place)
    {
        var records = place.Declaration switch
        {
            Declaration<DnsRecordProps> record => Of(record),
            Declaration<WeightedMigrationProps> migration => Of(migration),
            _ => [],
        };
        return records
            .Where(record => record.Name.IsLiteral && record.Type.IsLiteral && record.SetIdentifier is null or { IsLiteral: true })
            .Select(record => new NamedResource(AwsNames.Record, place.Declaration, "name", string.Join(' ', new[] { record.Type.ToString(), DomainName.Normal(record.Name.ToString()), record.SetIdentifier?.ToString() }.OfType<string>()), record.Zone.Id));
    }

    private static IEnumerable<RecordSet> Of(Declaration<DnsRecordProps> declaration)
    {
        var props = declaration.Props;
        Value<string>? identifier = props.Routing is null ? null : props.Routing.SetIdentifier ?? PhysicalName.Of(declaration.Name);
        return props.Types.Select(type => new RecordSet(declaration, props.Zone, props.Name, type, props.Routing, identifier, props.Alias is null ? props.EffectiveTtlSeconds : null, props.Alias, props.HealthCheck));
    }

    private static IEnumerable<RecordSet> Of(Declaration<WeightedMigrationProps> declaration)
    {
        var props = declaration.Props;
        return WeightedMigration.RecordsOf(props).Select(record => new RecordSet(
            declaration,
            props.Zone,
            props.Name,
            record.Type,
            new RoutingProps { Weight = record.Side == "old" ? props.OldPercent : props.NewPercent },
            record.Side,
            null,
            (record.Side == "old" ? props.Old : props.New).AsAlias() with { EvaluateTargetHealth = props.EvaluateTargetHealth },
            null));
    }
}
