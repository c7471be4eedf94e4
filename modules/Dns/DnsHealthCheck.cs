using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Dns;

/// <summary>A health check of Route 53.</summary>
public sealed class DnsHealthCheck : ModuleConstruct, IDnsHealthCheck
{
    /// <summary>Makes the health check.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public DnsHealthCheck(Construct scope, string id, DnsHealthCheckProps props)
        : base(scope, id, props)
    {
        Props = props;
        Id = Expression.Attribute("aws_route53_health_check", LogicalId, "id");
        Resource = Make<Aws.Route53HealthCheck.Route53HealthCheck>(MainResourceId, new Aws.Route53HealthCheck.Route53HealthCheckConfig
        {
            Type = Emit.Member(props.Type)!,
            Fqdn = Emit.Text(props.DomainName),
            IpAddress = Emit.Text(props.IpAddress),
            Port = Emit.Number(PortOf(props)),
            ResourcePath = Emit.Text(props.Path),
            SearchString = Emit.Text(props.SearchString),
            RequestInterval = Emit.Number(props.IntervalSeconds ?? (props.AsksAnEndpoint ? 30 : null)),
            FailureThreshold = Emit.Number(props.FailureThreshold ?? (props.AsksAnEndpoint ? 3 : null)),
            MeasureLatency = Emit.Boolean(props.MeasureLatency),
            EnableSni = Emit.Boolean(props.EnableSni ?? (props.Type.IsAnyOf(DnsHealthCheckType.Https, DnsHealthCheckType.HttpsStrMatch).Is(true) ? (Value<bool>)true : null)),
            Regions = Emit.List(props.Regions),
            ChildHealthchecks = props.Children.Count == 0 ? null : [.. props.Children.Select(child => Emit.Text(child.Id)!)],
            ChildHealthThreshold = Emit.Number(props.ChildThreshold),
            CloudwatchAlarmName = Emit.Text(props.AlarmName),
            CloudwatchAlarmRegion = Emit.Text(props.AlarmRegion),
            InsufficientDataHealthStatus = Emit.Member(props.InsufficientDataStatus),
            RoutingControlArn = Emit.Text(props.RoutingControlArn),
            InvertHealthcheck = Emit.Boolean(props.Invert),
            Disabled = Emit.Boolean(props.Disabled),
            Tags = Emit.TagsWithName(props.Tags, DefaultName),
        });
    }

    /// <inheritdoc/>
    public Value<string> Id { get; }

    /// <summary>What it was declared with.</summary>
    public DnsHealthCheckProps Props { get; }

    DnsHealthCheckProps? IDnsHealthCheck.Props => Props;

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.Route53HealthCheck.Route53HealthCheck Resource { get; }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    /// <summary>AWS fills in the protocol's port, which would show as a change in every plan.</summary>
    private static Value<int>? PortOf(DnsHealthCheckProps props) => props.Port ?? (!props.Type.TryGetLiteral(out var type) ? null : type switch
    {
        DnsHealthCheckType.Http or DnsHealthCheckType.HttpStrMatch => 80,
        DnsHealthCheckType.Https or DnsHealthCheckType.HttpsStrMatch => 443,
        _ => null,
    });
}
