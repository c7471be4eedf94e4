using Constructs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer with its listeners. Its DNS name changes when it is replaced, so it is protected from deletion.</summary>
public sealed class ApplicationLoadBalancer : ApplicationLoadBalancerBase
{
    /// <summary>Makes the load balancer and the listeners of its props.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of its name in AWS unless the props say another, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public ApplicationLoadBalancer(Construct scope, string id, ApplicationLoadBalancerProps props)
        : base(scope, id, props, props.SecurityGroups)
    {
        Props = props;
        Arn = Expression.Attribute("aws_lb", LogicalId, "arn");
        DnsName = Expression.Attribute("aws_lb", LogicalId, "dns_name");
        ZoneId = Expression.Attribute("aws_lb", LogicalId, "zone_id");
        IpAddressType = props.IpAddressType;
        Model.Made.Add(Arn, this);
        Resource = Make<Aws.Lb.Lb>(MainResourceId, new Aws.Lb.LbConfig
        {
            LoadBalancerType = "application",
            Name = Emit.Text(props.Name) ?? NameOf(AwsNames.LoadBalancer),
            Internal = Emit.Boolean(props.Internal),
            Subnets = [.. props.Subnets.Select(subnet => Emit.Text(subnet.Id)!)],
            SecurityGroups = [.. props.SecurityGroups.Select(group => Emit.Text(group.Id)!)],
            IpAddressType = Emit.Member(props.IpAddressType),
            IdleTimeout = Emit.Number(props.IdleTimeoutSeconds),
            ClientKeepAlive = Emit.Number(props.ClientKeepAliveSeconds),
            DesyncMitigationMode = Emit.Member(props.DesyncMitigationMode),
            XffHeaderProcessingMode = Emit.Member(props.XffHeaderProcessingMode),
            EnableXffClientPort = Emit.Boolean(props.XffClientPort),
            DropInvalidHeaderFields = Emit.Boolean(props.DropInvalidHeaderFields),
            PreserveHostHeader = Emit.Boolean(props.PreserveHostHeader),
            EnableTlsVersionAndCipherSuiteHeaders = Emit.Boolean(props.TlsVersionAndCipherSuiteHeaders),
            EnableHttp2 = Emit.Boolean(props.Http2),
            EnableWafFailOpen = Emit.Boolean(props.WafFailOpen),
            EnableZonalShift = Emit.Boolean(props.ZonalShift),
            EnableDeletionProtection = Emit.Boolean(props.DeletionProtection),
            MinimumLoadBalancerCapacity = props.MinimumCapacityUnits is null ? null : new Aws.Lb.LbMinimumLoadBalancerCapacity { CapacityUnits = Emit.Number(props.MinimumCapacityUnits)!.Value },
            AccessLogs = AccessLogs.Of(props.AccessLogs),
            ConnectionLogs = AccessLogs.OfConnections(props.ConnectionLogs),
            HealthCheckLogs = props.HealthCheckLogs is not { } checks ? null : new Aws.Lb.LbHealthCheckLogs { Bucket = Emit.Text(checks.Bucket.Name)!, Prefix = Emit.Text(checks.Prefix), Enabled = Emit.Boolean(checks.Enabled) },
            Tags = Emit.Map(props.Tags),
        });
        Emit.DependsOn(Resource, AccessLogs.Policies(props.AccessLogs, props.ConnectionLogs, props.HealthCheckLogs));
        if (props.WebAclArn is not null)
        {
            Make<Aws.Wafv2WebAclAssociation.Wafv2WebAclAssociation>("_web_acl", new Aws.Wafv2WebAclAssociation.Wafv2WebAclAssociationConfigA { ResourceArn = Emit.Text(Arn)!, WebAclArn = Emit.Text(props.WebAclArn)! });
        }
        foreach (var (name, listener) in props.Listeners)
        {
            AddListener(name, listener);
        }
    }

    /// <inheritdoc/>
    public override ApplicationLoadBalancerProps Props { get; }

    /// <inheritdoc/>
    public override Value<string> Arn { get; }

    /// <inheritdoc/>
    public override Value<string> DnsName { get; }

    /// <inheritdoc/>
    public override Value<string> ZoneId { get; }

    /// <inheritdoc/>
    public override Value<IpAddressType> IpAddressType { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.Lb.Lb Resource { get; }
}
