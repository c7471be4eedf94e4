using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone. It cannot be deleted while it has records, unless its props say so.</summary>
public sealed class HostedZone : ModuleConstruct, IHostedZone
{
    /// <summary>Makes the zone.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public HostedZone(Construct scope, string id, HostedZoneProps props)
        : base(scope, id, props)
    {
        Props = props;
        Id = Expression.Attribute("aws_route53_zone", LogicalId, "zone_id");
        Resource = Make<Aws.Route53Zone.Route53Zone>(MainResourceId, new Aws.Route53Zone.Route53ZoneConfig
        {
            Name = Emit.Text(props.DomainName)!,
            Comment = Emit.Text(props.Comment),
            DelegationSetId = Emit.Text(props.DelegationSetId),
            ForceDestroy = Emit.Boolean(props.ForceDestroy),
            Vpc = VpcsOf(props),
            Tags = Emit.TagsWithName(props.Tags, DefaultName),
        });
    }

    /// <inheritdoc/>
    public Value<string> Id { get; }

    /// <inheritdoc/>
    public Value<string>? Name => Props.DomainName;

    /// <summary>The name servers that the parent zone delegates to.</summary>
    public ValueList<string> NameServers => Expression.Attribute("aws_route53_zone", LogicalId, "name_servers");

    /// <summary>What it was declared with.</summary>
    public HostedZoneProps Props { get; }

    HostedZoneProps? IHostedZone.Props => Props;

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.Route53Zone.Route53Zone Resource { get; }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    private static Aws.Route53Zone.Route53ZoneVpc[]? VpcsOf(HostedZoneProps props) => !props.IsPrivate ? null :
        [.. props.Vpcs.Values.Select(vpc => new Aws.Route53Zone.Route53ZoneVpc { VpcId = Emit.Text(vpc.VpcId)!, VpcRegion = Emit.Text(vpc.Region) })];
}
