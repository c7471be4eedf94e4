using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Dns;

/// <summary>One name with weighted alias records for an old and a new endpoint, whose weights are percentages of one number.</summary>
public sealed class WeightedMigration : ModuleConstruct
{
    private const string OldSide = "old";
    private const string NewSide = "new";

    /// <summary>Makes the records: <c>ID_old</c> and <c>ID_new</c>, and where both endpoints have IPv6 <c>ID_old_ipv6</c> and <c>ID_new_ipv6</c>.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, and the beginning of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public WeightedMigration(Construct scope, string id, WeightedMigrationProps props)
        : base(scope, id, props)
    {
        Props = props;
        foreach (var (suffix, side, type) in RecordsOf(props))
        {
            var record = Make<Aws.Route53Record.Route53Record>(suffix, ConfigurationOf(props, side, type), suffix);
            if (side == NewSide)
            {
                // Where the old record was a simple one, Route 53 takes no second record before it is weighted.
                Emit.DependsOn(record, [$"aws_route53_record.{LogicalId}_{OldSide}{suffix[NewSide.Length..]}"]);
            }
        }
    }

    /// <summary>What it was declared with.</summary>
    public WeightedMigrationProps Props { get; }

    /// <summary>The records that are made: what each is called behind the migration's own name, its end of the migration, its type.</summary>
    internal static IEnumerable<(string Suffix, string Side, DnsRecordType Type)> RecordsOf(WeightedMigrationProps props)
    {
        foreach (var side in new[] { OldSide, NewSide })
        {
            yield return (side, side, DnsRecordType.A);
            if (props.HasIpv6)
            {
                yield return ($"{side}_{DnsRecord.Ipv6Suffix}", side, DnsRecordType.Aaaa);
            }
        }
    }

    private static Aws.Route53Record.Route53RecordConfig ConfigurationOf(WeightedMigrationProps props, string side, Value<DnsRecordType> type)
    {
        var (endpoint, percent) = side == OldSide ? (props.Old, props.OldPercent) : (props.New, props.NewPercent);
        var alias = endpoint.AsAlias();
        return new()
        {
            ZoneId = Emit.Text(props.Zone.Id)!,
            Name = Emit.Text(props.Name)!,
            Type = Emit.Member(type)!,
            SetIdentifier = side,
            WeightedRoutingPolicy = new Aws.Route53Record.Route53RecordWeightedRoutingPolicy { Weight = Emit.Number(percent)!.Value },
            Alias = new Aws.Route53Record.Route53RecordAlias
            {
                Name = Emit.Text(alias.TargetName)!,
                ZoneId = Emit.Text(alias.TargetZoneId)!,
                EvaluateTargetHealth = Emit.Boolean(props.EvaluateTargetHealth)!,
            },
        };
    }
}
