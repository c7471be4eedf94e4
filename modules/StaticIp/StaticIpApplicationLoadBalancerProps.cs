using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>
/// An Application Load Balancer behind addresses that do not change: a Network Load Balancer with an Elastic IP in each Availability Zone, or an
/// internal one with fixed private addresses.
/// </summary>
public sealed record StaticIpApplicationLoadBalancerProps : IDeclaresParts, INamesResources
{
    /// <summary>How connections get to the Application Load Balancer. By a target of type <c>alb</c> unless set; where that cannot work, SYNC262 says so.</summary>
    [Enforces("SYNC262")]
    public Value<StaticIpMode> Mode { get; init; } = StaticIpMode.AlbTarget;

    /// <summary>The Network Load Balancer's name, at most 32 letters, digits and hyphens. <c>STACK-NAME</c> unless set, cut to that. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The VPC of the Network Load Balancer. In a manifest, the network's.</summary>
    [DefaultsTo("network.vpcId")]
    public required Value<string> VpcId { get; init; }

    /// <summary>
    /// The networks of that VPC, as CIDR blocks: with lambdaSync addresses outside of them are registered in all Availability Zones
    /// (<c>SYNC_VPC_CIDRS</c>). In a manifest, the network's.
    /// </summary>
    [DefaultsTo("network.cidrBlocks")]
    public ValueList<string> VpcCidrs { get; init; } = [];

    /// <summary>Whether the addresses are private ones. A change replaces the Network Load Balancer.</summary>
    public required Value<bool> Internal { get; init; }

    /// <summary>
    /// Where it is: one subnet in each Availability Zone that the Application Load Balancer is in (SYNC164), by the name of the mapping. An
    /// internal one says the <c>privateIpv4Address</c> in each.
    /// </summary>
    public required IReadOnlyDictionary<string, SubnetMappingProps> SubnetMappings { get; init; }

    /// <summary>
    /// Whether an Elastic IP is made for each mapping, kept from being destroyed by <c>prevent_destroy</c>. They are for an internet-facing one
    /// unless a mapping names its own <c>allocationId</c>.
    /// </summary>
    public Value<bool>? ElasticIps { get; init; }

    /// <summary>
    /// The Application Load Balancer, an internal one: of this app, or an existing one with its ARN and, for lambdaSync, its DNS name. Its
    /// security groups are opened for the Network Load Balancer where this app makes them.
    /// </summary>
    public required IApplicationLoadBalancer ApplicationLoadBalancer { get; init; }

    /// <summary>Who may connect to the ports, as IPv4 and IPv6 CIDR blocks. Nobody unless set here or as a prefix list or a group.</summary>
    public ValueList<string> AllowFrom { get; init; } = [];

    /// <summary>Who may connect, as ids of managed prefix lists. None unless set.</summary>
    public ValueList<string> AllowFromPrefixLists { get; init; } = [];

    /// <summary>Who may connect, as security groups. None unless set.</summary>
    public IReadOnlyList<ISecurityGroup> AllowFromSecurityGroups { get; init; } = [];

    /// <summary>
    /// Where the Application Load Balancer is, as IPv4 and IPv6 CIDR blocks; for an existing one whose security groups cannot be named, in a VPC of
    /// another region for example. Wherever its groups are unless set.
    /// </summary>
    public ValueList<string> AllowTo { get; init; } = [];

    /// <summary>The ports, by name; one or more.</summary>
    public required IReadOnlyDictionary<string, StaticIpPortProps> Ports { get; init; }

    /// <summary>
    /// Whether the Application Load Balancer sees the clients' addresses. With albTarget it always does. With lambdaSync it sees the Network Load
    /// Balancer's unless set, which needs an Application Load Balancer in the same VPC or in one that is peered with it in the same region, and
    /// whose security groups name the Network Load Balancer's (SYNC267).
    /// </summary>
    public Value<bool>? PreserveClientIp { get; init; }

    /// <summary>
    /// Whether each address spreads connections over all Availability Zones. It does unless set: each address that clients have pinned works as
    /// long as any zone does; what crosses zones is charged for.
    /// </summary>
    public Value<bool> CrossZone { get; init; } = true;

    /// <summary>The address families: ipv4 or dualstack. IPv4 unless set.</summary>
    public Value<IpAddressType> IpAddressType { get; init; } = LoadBalancing.IpAddressType.Ipv4;

    /// <summary>Which zones' addresses a client inside the VPC gets from its resolver. Those of any zone unless set.</summary>
    [Enforces("NLB183")]
    public Value<DnsClientRoutingPolicy>? DnsClientRoutingPolicy { get; init; }

    /// <summary>Whether a zone can be taken out by a zonal shift. It cannot unless set.</summary>
    public Value<bool> ZonalShift { get; init; } = false;

    /// <summary>Whether AWS refuses to delete the Network Load Balancer. It does unless set.</summary>
    public Value<bool> DeletionProtection { get; init; } = true;

    /// <summary>The function of lambdaSync. Its defaults unless set.</summary>
    public LambdaSyncProps? Sync { get; init; }

    /// <summary>
    /// When somebody is told that a port has no healthy target, or that the function does not do its work; for lambdaSync. Its defaults unless
    /// set. CloudWatch does not count a target of type <c>alb</c>: watch the Application Load Balancer's own target groups there.
    /// </summary>
    public StaticIpAlarmsProps? Alarms { get; init; }

    /// <summary>A name whose clients are moved to the static addresses step by step. None unless set.</summary>
    public StaticIpMigrationProps? Migration { get; init; }

    /// <summary>Tags of all that is made for it.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Who may connect.</summary>
    internal IReadOnlyList<StaticIpPeer> Peers { get => field ?? StaticIpPeer.Clients(this); init; }

    /// <summary>Where connections may go, besides the Application Load Balancer's groups.</summary>
    internal IReadOnlyList<StaticIpPeer> Places { get => field ?? StaticIpPeer.Blocks("allowTo", AllowTo); init; }

    /// <summary>Whether the function keeps the addresses.</summary>
    internal Value<bool> KeepsAddresses => Mode.IsAnyOf(StaticIpMode.LambdaSync);

    /// <summary>The same where it is known here.</summary>
    internal bool IsSync => Mode.Is(StaticIpMode.LambdaSync);

    /// <summary>The function, the default included.</summary>
    internal LambdaSyncProps EffectiveSync => Sync ?? new();

    /// <summary>The alarms, the default included.</summary>
    internal StaticIpAlarmsProps EffectiveAlarms => Alarms ?? new();

    /// <summary>Whether Elastic IPs are made, the default included.</summary>
    internal Value<bool> MakesElasticIps => ElasticIps ?? (Internal.Is(false) && !SubnetMappings.Values.Any(mapping => mapping.AllocationId is not null));

    IEnumerable<Part> IDeclaresParts.PartsOf(string path, string name) => new StaticIpParts(this, name).Declared(path, name);

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place)
    {
        if (!IsSync)
        {
            return [];
        }
        string NameIn(string stack) => GeneratedName.Of(AwsNames.Function, stack, $"{place.Own}-sync");
        var group = EffectiveSync.FunctionName is { } name ? name.TryGetLiteral(out var literal) ? (Value<string>)$"/aws/lambda/{literal}" : name : null;
        return
        [
            place.Name(AwsNames.Function, "sync.functionName", EffectiveSync.FunctionName, NameIn),
            place.Name(AwsNames.LogGroup, "sync.functionName", group, stack => $"/aws/lambda/{NameIn(stack)}"),
            .. (EffectiveAlarms.Enabled ? StaticIpAlarms.NamesOf(Ports.Keys) : []).Select(alarm => place.Name(AwsNames.Alarm, "", null, stack => GeneratedName.Of(AwsNames.Alarm, stack, $"{place.Own}-{PhysicalName.Of(alarm)}"))),
        ];
    }
}
