using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A Network Load Balancer with its listeners and, where it is wanted, an Elastic IP in each Availability Zone.</summary>
public sealed class NetworkLoadBalancer : ModuleConstruct, INetworkLoadBalancer, IConnectable
{
    private readonly Dictionary<string, NetworkListener> _listeners = [];
    private readonly Dictionary<string, Aws.Eip.Eip> _elasticIps = [];

    /// <summary>Makes the load balancer, its Elastic IPs and the listeners of its props.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of its name in AWS unless the props say another, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public NetworkLoadBalancer(Construct scope, string id, NetworkLoadBalancerProps props)
        : base(scope, id, props)
    {
        Props = props;
        Arn = Expression.Attribute("aws_lb", LogicalId, "arn");
        DnsName = Expression.Attribute("aws_lb", LogicalId, "dns_name");
        ZoneId = Expression.Attribute("aws_lb", LogicalId, "zone_id");
        Connections = new Connections([.. props.SecurityGroups.Select(Model.Find)]);
        Model.Made.Add(Arn, this);
        Resource = Make<Aws.Lb.Lb>(MainResourceId, new Aws.Lb.LbConfig
        {
            LoadBalancerType = "network",
            Name = Emit.Text(props.Name) ?? NameOf(AwsNames.LoadBalancer),
            Internal = Emit.Boolean(props.Internal),
            SubnetMapping = props.SubnetMappings.Select(mapping => MappingOf(mapping.Key, mapping.Value)).ToArray(),
            SecurityGroups = [.. props.SecurityGroups.Select(group => Emit.Text(group.Id)!)],
            EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic = Emit.OnOrOff(props.EnforceSecurityGroupsOnPrivateLink),
            IpAddressType = Emit.Member(props.IpAddressType),
            EnableCrossZoneLoadBalancing = Emit.Boolean(props.CrossZone),
            DnsRecordClientRoutingPolicy = Emit.Member(props.DnsClientRoutingPolicy),
            EnableZonalShift = Emit.Boolean(props.ZonalShift),
            EnableDeletionProtection = Emit.Boolean(props.DeletionProtection),
            MinimumLoadBalancerCapacity = props.MinimumCapacityUnits is null ? null : new Aws.Lb.LbMinimumLoadBalancerCapacity { CapacityUnits = Emit.Number(props.MinimumCapacityUnits)!.Value },
            AccessLogs = AccessLogs.Of(props.AccessLogs),
            Tags = Emit.Map(props.Tags),
        });
        Emit.DependsOn(Resource, AccessLogs.Policies(props.AccessLogs));
        foreach (var (name, listener) in props.Listeners)
        {
            AddListener(name, listener);
        }
    }

    /// <summary>What it was declared with.</summary>
    public NetworkLoadBalancerProps Props { get; }

    NetworkLoadBalancerProps? INetworkLoadBalancer.Props => Props;

    /// <inheritdoc/>
    public Value<string> Arn { get; }

    /// <inheritdoc/>
    public Value<string> DnsName { get; }

    /// <inheritdoc/>
    public Value<string> ZoneId { get; }

    /// <inheritdoc/>
    public Value<IpAddressType> IpAddressType => Props.IpAddressType;

    /// <inheritdoc/>
    public Connections Connections { get; }

    /// <summary>Its listeners, by name.</summary>
    public IReadOnlyDictionary<string, NetworkListener> Listeners => _listeners;

    /// <summary>The Elastic IPs that are made for it, by the names of their subnet mappings.</summary>
    public IReadOnlyDictionary<string, Aws.Eip.Eip> ElasticIps => _elasticIps;

    /// <summary>The addresses of those Elastic IPs, which clients pin, by the names of their subnet mappings.</summary>
    public IReadOnlyDictionary<string, Value<string>> Addresses =>
        _elasticIps.Keys.ToDictionary(mapping => mapping, mapping => (Value<string>)Expression.Attribute("aws_eip", $"{LogicalId}_{ElasticIpName(Props.SubnetMappings[mapping])}", "public_ip"));

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.Lb.Lb Resource { get; }

    /// <summary>Adds a listener.</summary>
    /// <param name="name">Its name, unique among the load balancer's listeners; part of its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public NetworkListener AddListener(string name, NetworkListenerProps props) => _listeners[name] = new NetworkListener(this, name, props);

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    private Aws.Lb.LbSubnetMapping MappingOf(string name, SubnetMappingProps mapping) => new()
    {
        SubnetId = Emit.Text(mapping.Subnet.Id)!,
        AllocationId = Emit.Text(Props.ElasticIps.Is(false) ? mapping.AllocationId : Value.When(Props.ElasticIps, AddElasticIp(name, mapping), mapping.AllocationId)),
        PrivateIpv4Address = Emit.Text(mapping.PrivateIpv4Address),
        Ipv6Address = Emit.Text(mapping.Ipv6Address),
    };

    /// <summary>Clients have allow-listed the address: nothing may release it by accident.</summary>
    private Value<string> AddElasticIp(string mapping, SubnetMappingProps props)
    {
        var name = ElasticIpName(props);
        _elasticIps[mapping] = Make<Aws.Eip.Eip>(
            $"eip-{name}",
            new Aws.Eip.EipConfig
            {
                Domain = "vpc",
                Tags = Emit.TagsWithName(Props.Tags, $"{DefaultName}-{name}"),
                Lifecycle = new TerraformResourceLifecycle { PreventDestroy = true },
            },
            name);
        return Expression.Attribute("aws_eip", $"{LogicalId}_{name}", "allocation_id");
    }

    /// <summary>The Availability Zone outlives subnets and the names of their mappings.</summary>
    private static string ElasticIpName(SubnetMappingProps mapping) => mapping.Subnet.AvailabilityZone!.ToString();
}
