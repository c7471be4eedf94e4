using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>What holds of static addresses in either mode.</summary>
internal static class StaticIpRules
{
    /// <summary>Seconds after which a Network Load Balancer closes an idle connection unless a listener says otherwise.</summary>
    internal const int DefaultTcpIdleTimeout = 350;


    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SYNC163", "The Application Load Balancer's idle timeout is no longer than the Network Load Balancer's.", "The Network Load Balancer forgets a connection that the Application Load Balancer still uses, and the client's next request on it fails.", "Network Load Balancers, connection idle timeout")
            .For<StaticIpApplicationLoadBalancerProps>(CheckIdleTimeouts),
        Rule.Error("SYNC164", "The Application Load Balancer behind static addresses listens on their ports, and is in the same Availability Zones; the Network Load Balancer may be in more of them where it balances across zones. With lambdaSync it is internal.", "The names of an internet-facing one lead to public addresses, which cannot be targets; a zone of only one of the two has an address without a target, or a target that is not used.", "Network Load Balancers, Application Load Balancers as targets")
            .ForAll((model, report) => model.ForEach<StaticIpApplicationLoadBalancerProps>(declaration => CheckApplication(declaration.Props, model, report.At(declaration)))),
        Rule.Warning("SYNC350", "The Application Load Balancer behind static addresses is internal.", "AWS lets it be internet-facing too; then it has public addresses of its own, by which clients reach it around the static ones.", "Network Load Balancers, Application Load Balancers as targets")
            .For<StaticIpApplicationLoadBalancerProps>(CheckScheme),
        .. StaticIpModeRules.All,
        Rule.Error("SYNC264", "Static addresses have one port or more, from 1 to 65535 and each once, and stay as they are: an Elastic IP in each subnet mapping of an internet-facing load balancer, a private address in each of an internal one.", "CreateListener rejects the port; an address that AWS chooses is another one after a replacement.", "elbv2 SubnetMapping.AllocationId, PrivateIPv4Address")
            .For<StaticIpApplicationLoadBalancerProps>((props, report) =>
            {
                CheckPorts(props, report);
                CheckAddresses(props, report);
            }),
        Rule.Error("SYNC266", "The Network Load Balancer knows where the Application Load Balancer is: its security groups, or CIDR blocks.", "Its own group lets nothing out to where it does not know: no connection gets through, and no health check.", "Network Load Balancers, security groups")
            .ForAll((model, report) => model.ForEach<StaticIpApplicationLoadBalancerProps>(declaration => CheckWay(declaration.Props, model, report.At(declaration)))),
        .. LambdaSyncRules.All,
    ];

    /// <summary>What a manifest or C# says of an existing load balancer; null for one of this app, and for one with a mistake of its own.</summary>
    internal static ExistingApplicationLoadBalancerProps? ExistingOf(IApplicationLoadBalancer balancer, Model model) =>
        balancer.Props is not null ? null : model.Of<ExistingApplicationLoadBalancerProps>().FirstOrDefault(existing => existing.Props.Arn == balancer.Arn)?.Props;

    private static void CheckIdleTimeouts(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (!(props.ApplicationLoadBalancer.Props?.IdleTimeoutSeconds).IsLiteral(out var application))
        {
            return;
        }
        foreach (var (name, port) in props.Ports)
        {
            if ((port.TcpIdleTimeoutSeconds ?? DefaultTcpIdleTimeout).TryGetLiteral(out var network) && application > network)
            {
                report.Add($"ports.{name}.tcpIdleTimeoutSeconds", "is shorter than the Application Load Balancer's idle timeout", $"{network} before {props.ApplicationLoadBalancer} with {application}", $"{application} or more, up to 6000", "raise it, or lower the idleTimeoutSeconds of the Application Load Balancer");
            }
        }
    }

    private static void CheckApplication(StaticIpApplicationLoadBalancerProps props, Model model, Report report)
    {
        if (props.ApplicationLoadBalancer.Props is not { } balancer)
        {
            return;
        }
        if (balancer.Internal.Is(false) && props.IsSync)
        {
            report.Add("applicationLoadBalancer", "is internet-facing", $"{props.ApplicationLoadBalancer} with internal: false", "an internal Application Load Balancer with lambdaSync, any with albTarget", "set its internal to true, which replaces it, or mode to albTarget");
        }
        CheckZones(props, balancer, model, report);
        // With albTarget it is a target, and TG039 has its listeners.
        foreach (var (name, port) in StaticIpPorts.Legal(props).Where(port => props.IsSync))
        {
            var ports = balancer.Listeners.Values.Select(listener => listener.Port).ToList();
            if (port.EffectiveApplicationPort.TryGetLiteral(out var number) && ports.TrueForAll(candidate => !candidate.MayBe(number)))
            {
                var listens = ports.Count == 0 ? "no listener" : $"listeners on {string.Join(", ", ports)}";
                report.Add($"ports.{name}.{(port.ApplicationPort is null ? "port" : "applicationPort")}", "is no port of the Application Load Balancer", $"{number}, and {props.ApplicationLoadBalancer} with {listens}", "the port of one of its listeners", "set applicationPort to that port, or add the listener");
            }
        }
    }

    private static void CheckScheme(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (props.ApplicationLoadBalancer.Props is { } balancer && balancer.Internal.Is(false) && !props.IsSync)
        {
            report.Add("applicationLoadBalancer", "is internet-facing", $"{props.ApplicationLoadBalancer} with internal: false", "an internal one, unless clients may reach it directly", "set its internal to true, which replaces it, or suppress this where both ways are meant");
        }
    }

    private static void CheckZones(StaticIpApplicationLoadBalancerProps props, ApplicationLoadBalancerProps balancer, Model model, Report report)
    {
        var (own, behind) = (props.SubnetMappings.Values.Select(mapping => mapping.Subnet), balancer.Subnets);
        if (ZonesOf(own) is not { } network || ZonesOf(behind) is not { } application)
        {
            return;
        }
        var (without, unused) = (network.Except(application).ToList(), application.Except(network).ToList());
        foreach (var (name, mapping) in props.SubnetMappings)
        {
            if (mapping.Subnet.AvailabilityZone.IsLiteral(out var zone) && without.Contains(zone) && props.CrossZone.Is(false))
            {
                report.Add($"subnetMappings.{name}.subnet", "is in a zone that the Application Load Balancer is not in", $"{SubnetRules.NameOf(mapping.Subnet, model)} in {zone}, with crossZone: false", $"a zone of {props.ApplicationLoadBalancer}: {string.Join(", ", application.Order(StringComparer.Ordinal))}", "set crossZone to true, or add a subnet of that zone to the Application Load Balancer");
            }
        }
        if (unused.Count > 0)
        {
            report.Add("subnetMappings", "lack a zone of the Application Load Balancer", $"{string.Join(", ", network.Order(StringComparer.Ordinal))} before {props.ApplicationLoadBalancer} in {string.Join(", ", application.Order(StringComparer.Ordinal))}", "every zone of the Application Load Balancer", $"add a mapping in {string.Join(" and one in ", unused.Order(StringComparer.Ordinal))}");
        }
    }

    /// <summary>The zones; null where one is not known.</summary>
    private static HashSet<string>? ZonesOf(IEnumerable<ISubnet> subnets)
    {
        var zones = new HashSet<string>();
        foreach (var subnet in subnets)
        {
            if (!subnet.AvailabilityZone.IsLiteral(out var zone))
            {
                return null;
            }
            zones.Add(zone);
        }
        return zones;
    }

    private static void CheckPorts(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (props.Ports.Count == 0)
        {
            report.Add("ports", "has no port", null, "one port or more", "add https: { port: 443 }");
        }
        var owners = new Dictionary<int, string>();
        foreach (var (name, port) in props.Ports)
        {
            foreach (var (property, value) in new[] { ("port", port.Port), ("applicationPort", port.ApplicationPort) })
            {
                if (value is not null && !StaticIpPorts.IsLegal(value))
                {
                    report.Add($"ports.{name}.{property}", "is out of range", $"{value}", "1 to 65535", "use a port that is allowed");
                }
            }
            if (port.Port.TryGetLiteral(out var number) && StaticIpPorts.IsLegal(port.Port) && !owners.TryAdd(number, name))
            {
                report.Add($"ports.{name}.port", $"is the port of {owners[number]} too", $"{number}", "a port of its own", "choose another port, or remove one of the two");
            }
        }
    }

    private static void CheckAddresses(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (props.Internal.Is(true))
        {
            // NLB020 has Elastic IPs.
            foreach (var (name, _) in props.SubnetMappings.Where(mapping => mapping.Value.PrivateIpv4Address is null))
            {
                report.Add($"subnetMappings.{name}.privateIpv4Address", "is missing", null, "a free address of the subnet", "set it, so that the address stays");
            }
        }
        else if (props.Internal.Is(false) && props.MakesElasticIps.Is(false) && props.SubnetMappings.Values.All(mapping => mapping.AllocationId is null))
        {
            // NLB021 has mappings of which only some have one.
            report.Add("elasticIps", "leaves the addresses to AWS", "false", "true, or an allocationId in each subnet mapping", "remove it, or name the Elastic IPs");
        }
    }

    private static void CheckWay(StaticIpApplicationLoadBalancerProps props, Model model, Report report)
    {
        if (ExistingOf(props.ApplicationLoadBalancer, model) is not { } existing)
        {
            return;
        }
        if (props.IsSync && existing.SecurityGroups.Count > 0 && StaticIpModeRules.Elsewhere(props, existing, model).Any(difference => difference.What == "region"))
        {
            report.Add("applicationLoadBalancer", "has security groups of another region, which no rule can name", $"{props.ApplicationLoadBalancer} with securityGroups", "no securityGroups, and allowTo", "remove its securityGroups, and set allowTo to the CIDR blocks of its subnets");
        }
        else if (props.AllowTo is { Count: 0, Expression: null } && existing.SecurityGroups.Count == 0)
        {
            report.Add("applicationLoadBalancer", "has security groups that are not known", $"{props.ApplicationLoadBalancer} without securityGroups", "securityGroups of the existing load balancer, or allowTo", "name its securityGroups, or set allowTo to the CIDR blocks of its subnets");
        }
    }
}
