using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Dns;

/// <summary>A record of Route 53, or, for an alias of what has IPv6, an A record and an AAAA record.</summary>
public sealed class DnsRecord : ModuleConstruct
{
    /// <summary>What the AAAA record beside an A record is called in Terraform, behind the record's own name.</summary>
    internal const string Ipv6Suffix = "ipv6";

    /// <summary>Makes the records.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, and its address in the state; an AAAA record beside an A record has <c>_ipv6</c> behind it.</param>
    /// <param name="props">What it declares.</param>
    public DnsRecord(Construct scope, string id, DnsRecordProps props)
        : base(scope, id, props)
    {
        Props = props;
        foreach (var type in props.Types)
        {
            var suffix = SuffixOf(props, type);
            Make<Aws.Route53Record.Route53Record>(suffix ?? MainResourceId, ConfigurationOf(props, type), suffix);
        }
    }

    /// <summary>What it was declared with.</summary>
    public DnsRecordProps Props { get; }

    /// <summary>What a record of one of the types is called behind the record's own name; null for that name alone.</summary>
    internal static string? SuffixOf(DnsRecordProps props, Value<DnsRecordType> type) => props.Type is null && type.Is(DnsRecordType.Aaaa) ? Ipv6Suffix : null;

    private Aws.Route53Record.Route53RecordConfig ConfigurationOf(DnsRecordProps props, Value<DnsRecordType> type)
    {
        var routing = props.Routing;
        return new()
        {
            ZoneId = Emit.Text(props.Zone.Id)!,
            Name = Emit.Text(props.Name)!,
            Type = Emit.Member(type)!,
            Ttl = Emit.Number(Value.When(Presence.Of(props.Alias), null, props.EffectiveTtlSeconds)),
            Records = Emit.List(props.Values),
            Alias = AliasOf(props.Alias),
            SetIdentifier = Emit.Text(Value.When(Presence.Of(routing), routing?.SetIdentifier.Or(DefaultName), null)),
            WeightedRoutingPolicy = routing?.Weight is null ? null : new Aws.Route53Record.Route53RecordWeightedRoutingPolicy { Weight = Emit.Number(routing.Weight)!.Value },
            FailoverRoutingPolicy = routing?.Failover is null ? null : new Aws.Route53Record.Route53RecordFailoverRoutingPolicy { Type = Emit.Member(routing.Failover)! },
            LatencyRoutingPolicy = routing?.LatencyRegion is null ? null : new Aws.Route53Record.Route53RecordLatencyRoutingPolicy { Region = Emit.Text(routing.LatencyRegion)! },
            GeolocationRoutingPolicy = GeolocationOf(routing?.Geolocation),
            MultivalueAnswerRoutingPolicy = Emit.Boolean(Value.When<bool>(routing?.MultivalueAnswer.IsAnyOf(true) ?? false, true, null)),
            HealthCheckId = Emit.Text(props.HealthCheck?.Id),
            AllowOverwrite = Emit.Boolean(props.Overwrite),
        };
    }

    private static Aws.Route53Record.Route53RecordAlias? AliasOf(AliasProps? alias) => alias is null ? null : new()
    {
        Name = Emit.Text(alias.TargetName)!,
        ZoneId = Emit.Text(alias.TargetZoneId)!,
        EvaluateTargetHealth = Emit.Boolean(alias.EvaluateTargetHealth.Or(!alias.IsCloudFront))!,
    };

    private static Aws.Route53Record.Route53RecordGeolocationRoutingPolicy? GeolocationOf(GeolocationProps? place) => place is null ? null : new()
    {
        Continent = Emit.Text(place.Continent),
        Country = Emit.Text(place.Country),
        Subdivision = Emit.Text(place.Subdivision),
    };
}
