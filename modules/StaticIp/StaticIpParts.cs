using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>What static addresses are made of: a Network Load Balancer, its security group, a target group for each port, weighted records.</summary>
internal sealed class StaticIpParts
{
    /// <summary>The name of the only target of a group of type <c>alb</c>.</summary>
    private const string TargetName = "alb";

    private const int HttpsPort = 443;

    private readonly StaticIpApplicationLoadBalancerProps _props;

    /// <summary>Works them out.</summary>
    /// <param name="props">What is declared.</param>
    /// <param name="logicalId">Its name in Terraform.</param>
    internal StaticIpParts(StaticIpApplicationLoadBalancerProps props, string logicalId)
    {
        _props = props;
        SecurityGroup = SecurityGroupOf(logicalId);
        TargetGroups = StaticIpPorts.Legal(props).ToDictionary(port => port.Key, port => TargetGroupOf(port.Value));
        LoadBalancer = LoadBalancerOf(logicalId);
        Migration = props.Migration is not { } migration ? null : new()
        {
            Name = migration.Name,
            Zone = migration.Zone,
            Old = migration.Old,
            New = new() { LoadBalancer = new DeclaredNetworkLoadBalancer(logicalId, () => LoadBalancer) },
            NewPercent = migration.NewPercent,
            EvaluateTargetHealth = migration.EvaluateTargetHealth,
        };
    }

    /// <summary>The security group of the Network Load Balancer.</summary>
    internal SecurityGroupProps SecurityGroup { get; }

    /// <summary>The target groups, by the ports' names.</summary>
    internal IReadOnlyDictionary<string, TargetGroupProps> TargetGroups { get; }

    /// <summary>The Network Load Balancer.</summary>
    internal NetworkLoadBalancerProps LoadBalancer { get; }

    /// <summary>The weighted records; null where no name is moved.</summary>
    internal WeightedMigrationProps? Migration { get; }

    /// <summary>The name of the security group.</summary>
    internal static string SecurityGroupName(string name) => $"{name}_load_balancer";

    /// <summary>The name of a port's target group.</summary>
    internal static string TargetGroupName(string name, string port) => $"{name}_{port}";

    /// <summary>The parts as they would be declared one by one.</summary>
    internal IEnumerable<Part> Declared(string path, string name)
    {
        yield return new Part(path, SecurityGroupName(name), SecurityGroup, [.. RulesOf(path)]);
        foreach (var (port, group) in TargetGroups)
        {
            yield return new Part($"{path}.ports.{port}", TargetGroupName(name, port), group, [.. group.Targets.Select(target => new Part($"{path}.applicationLoadBalancer", target.Key, target.Value))]);
        }
        yield return new Part(path, name, LoadBalancer, [.. LoadBalancer.Listeners.Select(listener => new Part($"{path}.ports.{listener.Key}", listener.Key, listener.Value))]);
        if (Migration is not null)
        {
            yield return new Part($"{path}.migration", name, Migration);
        }
    }

    private IEnumerable<Part> RulesOf(string path)
    {
        foreach (var (peers, rules) in new[] { (Peers(_props), SecurityGroup.Ingress), (Places(_props), SecurityGroup.Egress) })
        {
            var places = peers.SelectMany(peer => TargetGroups.Keys.Select(port => (Name: RuleName(port, peer), peer.Property))).DistinctBy(rule => rule.Name);
            foreach (var (name, property) in places)
            {
                yield return new Part($"{path}.{property}", name, rules[name]);
            }
        }
    }

    private SecurityGroupProps SecurityGroupOf(string logicalId) => new()
    {
        VpcId = _props.VpcId,
        Description = $"The static addresses of {logicalId}",
        Ingress = Rules(Peers(_props), port => port.Port),
        Egress = Rules(Places(_props), port => port.EffectiveApplicationPort),
        Tags = _props.Tags,
    };

    private Dictionary<string, SecurityGroupRuleProps> Rules(IEnumerable<Peer> peers, Func<StaticIpPortProps, Value<int>> portOf) =>
        peers.SelectMany(peer => StaticIpPorts.Legal(_props).Select(port => (Name: RuleName(port.Key, peer), Rule: peer.Rule with { Port = portOf(port.Value) })))
            .DistinctBy(rule => rule.Name)
            .ToDictionary(rule => rule.Name, rule => rule.Rule);

    private TargetGroupProps TargetGroupOf(StaticIpPortProps port)
    {
        var group = new TargetGroupProps
        {
            TargetType = _props.IsSync ? TargetType.Ip : TargetType.Alb,
            Protocol = TargetGroupProtocol.Tcp,
            Port = port.EffectiveApplicationPort,
            VpcId = _props.VpcId,
            HealthCheck = port.HealthCheck,
            Tags = _props.Tags,
        };
        return _props.IsSync
            ? group with
            {
                IpAddressType = _props.Sync?.IpAddressType,
                PreserveClientIp = _props.PreserveClientIp,
                DeregistrationDelaySeconds = port.DeregistrationDelaySeconds,
                ConnectionTermination = port.ConnectionTermination,
                UnhealthyConnectionTermination = port.UnhealthyConnectionTermination,
                Stickiness = port.Stickiness,
                TargetGroupHealth = port.TargetGroupHealth,
            }
            : group with
            {
                HealthCheck = port.HealthCheck with { Protocol = port.HealthCheck.Protocol ?? CheckedBy(port.EffectiveApplicationPort), Matcher = port.HealthCheck.Matcher ?? "200-399" },
                Targets = new Dictionary<string, TargetProps> { [TargetName] = new() { LoadBalancer = _props.ApplicationLoadBalancer } },
            };
    }

    /// <summary>A listener with HTTPS answers a plain request by an error.</summary>
    private Value<HealthCheckProtocol> CheckedBy(Value<int> port)
    {
        var listener = _props.ApplicationLoadBalancer.Props?.Listeners.Values.FirstOrDefault(listener => listener.Port == port);
        return (listener is null ? port.Is(HttpsPort) : listener.Protocol.Is(ApplicationProtocol.Https)) ? HealthCheckProtocol.Https : HealthCheckProtocol.Http;
    }

    private NetworkLoadBalancerProps LoadBalancerOf(string logicalId) => new()
    {
        Name = _props.Name,
        Internal = _props.Internal,
        SubnetMappings = _props.SubnetMappings,
        ElasticIps = _props.MakesElasticIps,
        SecurityGroups = [new DeclaredSecurityGroup(SecurityGroupName(logicalId), () => SecurityGroup)],
        IpAddressType = _props.IpAddressType,
        CrossZone = _props.CrossZone,
        DnsClientRoutingPolicy = _props.DnsClientRoutingPolicy,
        ZonalShift = _props.ZonalShift,
        DeletionProtection = _props.DeletionProtection,
        Listeners = StaticIpPorts.Legal(_props).ToDictionary(port => port.Key, port => new NetworkListenerProps
        {
            Port = port.Value.Port,
            Protocol = NetworkProtocol.Tcp,
            Forward = new DeclaredTargetGroup(TargetGroupName(logicalId, port.Key), () => TargetGroups[port.Key]),
            TcpIdleTimeoutSeconds = port.Value.TcpIdleTimeoutSeconds,
            Tags = _props.Tags,
        }),
        Tags = _props.Tags,
    };

    private static string RuleName(string port, Peer peer) => $"{port}-{TerraformName.Part(peer.Name)}";

    /// <summary>Who may connect.</summary>
    private static IEnumerable<Peer> Peers(StaticIpApplicationLoadBalancerProps props) =>
        Blocks("allowFrom", props.AllowFrom)
            .Concat(props.AllowFromPrefixLists.Select((list, index) => new Peer($"allowFromPrefixLists[{index}]", $"{list}", new() { PrefixListId = list })))
            .Concat(props.AllowFromSecurityGroups.Select((group, index) => new Peer($"allowFromSecurityGroups[{index}]", group.Name, new() { SecurityGroup = group })));

    /// <summary>Where connections may go, besides the Application Load Balancer's groups.</summary>
    private static IEnumerable<Peer> Places(StaticIpApplicationLoadBalancerProps props) => Blocks("allowTo", props.AllowTo);

    private static IEnumerable<Peer> Blocks(string property, ValueList<string> blocks) => blocks.Select((block, index) =>
        new Peer($"{property}[{index}]", $"{block}", $"{block}".Contains(':') && block.IsLiteral ? new() { CidrIpv6 = block } : new() { CidrIpv4 = block }));

    /// <summary>One end of a connection: where it stands, what a rule is called after, the rule without its port.</summary>
    private sealed record Peer(string Property, string Name, SecurityGroupRuleProps Rule);
}
