using System.Collections.Immutable;
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
        var written = new WrittenPlaces(path, typeof(StaticIpApplicationLoadBalancerProps));
        yield return new Part($"{path}.securityGroup", SecurityGroupName(name), SecurityGroup, [.. RulesOf(path)]) { Written = written };
        foreach (var (port, group) in TargetGroups)
        {
            var targets = group.Targets.Select(target => new Part($"{path}.ports.{port}.targetGroup.targets.{target.Key}", target.Key, target.Value) { Written = new($"{path}.applicationLoadBalancer") });
            yield return new Part($"{path}.ports.{port}.targetGroup", TargetGroupName(name, port), group, [.. targets]) { Written = PortPlaces(path, port, ("port", $"{path}.ports.{port}.applicationPort")) };
        }
        var listeners = LoadBalancer.Listeners.Select(listener => new Part($"{path}.loadBalancer.listeners.{listener.Key}", listener.Key, listener.Value) { Written = PortPlaces(path, listener.Key) });
        yield return new Part($"{path}.loadBalancer", name, LoadBalancer, [.. listeners]) { Written = written };
        if (Migration is not null)
        {
            yield return new Part($"{path}.migration", name, Migration) { Written = new($"{path}.migration", typeof(StaticIpMigrationProps)) };
        }
    }

    private static WrittenPlaces PortPlaces(string path, string port, params IReadOnlyList<(string Beginning, string Place)> elsewhere) =>
        new($"{path}.ports.{port}", typeof(StaticIpPortProps), [.. elsewhere, ("vpcId", $"{path}.vpcId"), ("preserveClientIp", $"{path}.preserveClientIp"), ("ipAddressType", $"{path}.sync.ipAddressType"), ("tags", $"{path}.tags")]);

    private IEnumerable<Part> RulesOf(string path)
    {
        foreach (var (direction, peers, rules) in new[] { ("ingress", _props.Peers, SecurityGroup.Ingress), ("egress", _props.Places, SecurityGroup.Egress) })
        {
            var places = peers.SelectMany(peer => TargetGroups.Keys.Select(port => (Name: RuleName(port, peer), peer.Property))).DistinctBy(rule => rule.Name);
            foreach (var (name, property) in places)
            {
                yield return new Part($"{path}.securityGroup.{direction}.{name}", name, rules[name]) { Written = new($"{path}.{property}") };
            }
        }
    }

    private SecurityGroupProps SecurityGroupOf(string logicalId) => new()
    {
        VpcId = _props.VpcId,
        Description = $"The static addresses of {logicalId}",
        Ingress = Rules(_props.Peers, port => port.Port),
        Egress = Rules(_props.Places, port => port.EffectiveApplicationPort),
        Tags = _props.Tags,
    };

    private Dictionary<string, SecurityGroupRuleProps> Rules(IEnumerable<StaticIpPeer> peers, Func<StaticIpPortProps, Value<int>> portOf) =>
        peers.SelectMany(peer => StaticIpPorts.Legal(_props).Select(port => (Name: RuleName(port.Key, peer), Rule: peer.Rule with { Port = portOf(port.Value) })))
            .DistinctBy(rule => rule.Name)
            .ToDictionary(rule => rule.Name, rule => rule.Rule);

    private TargetGroupProps TargetGroupOf(StaticIpPortProps port)
    {
        var isKept = _props.KeepsAddresses;
        return new()
        {
            TargetType = Value.When<TargetType>(isKept, TargetType.Ip, TargetType.Alb)!,
            Protocol = TargetGroupProtocol.Tcp,
            Port = port.EffectiveApplicationPort,
            VpcId = _props.VpcId,
            IpAddressType = Value.When(isKept, _props.Sync?.IpAddressType, null),
            PreserveClientIp = Value.When(isKept, _props.PreserveClientIp, null),
            // SYNC262 has those of a group of type alb.
            DeregistrationDelaySeconds = isKept.Is(false) ? null : port.DeregistrationDelaySeconds,
            ConnectionTermination = isKept.Is(false) ? null : port.ConnectionTermination,
            UnhealthyConnectionTermination = isKept.Is(false) ? null : port.UnhealthyConnectionTermination,
            Stickiness = isKept.Is(false) ? null : port.Stickiness,
            TargetGroupHealth = isKept.Is(false) ? null : port.TargetGroupHealth,
            HealthCheck = isKept.Is(true) ? port.HealthCheck : port.HealthCheck with
            {
                Protocol = port.HealthCheck.Protocol.Or(Value.When(isKept, HealthCheckProtocol.Tcp, CheckedBy(port.EffectiveApplicationPort))),
                Matcher = port.HealthCheck.Matcher.Or(Value.When<string>(isKept, null, "200-399")),
            },
            Targets = isKept.Is(true) ? ImmutableDictionary<string, TargetProps>.Empty : new Dictionary<string, TargetProps> { [TargetName] = new() { LoadBalancer = _props.ApplicationLoadBalancer } },
            Tags = _props.Tags,
        };
    }

    /// <summary>A listener with HTTPS answers a plain request by an error.</summary>
    private Value<HealthCheckProtocol> CheckedBy(Value<int> port)
    {
        var listener = _props.ApplicationLoadBalancer.Props?.Listeners.Values.FirstOrDefault(listener => listener.Port == port);
        var isEncrypted = listener is null ? port.IsAnyOf(HttpsPort) : listener.Protocol.Is(ApplicationProtocol.Https);
        return Value.When<HealthCheckProtocol>(isEncrypted, HealthCheckProtocol.Https, HealthCheckProtocol.Http)!;
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

    private static string RuleName(string port, StaticIpPeer peer) => $"{port}-{TerraformName.Part(peer.Name)}";
}
