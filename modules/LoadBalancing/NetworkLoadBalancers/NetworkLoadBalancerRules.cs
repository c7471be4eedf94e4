using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of Network Load Balancers.</summary>
internal static class NetworkLoadBalancerRules
{
    private const int MostSecurityGroups = 5;
    private const int LeastCapacity = 2750;
    private const int MostCapacity = 45_000;
    private static readonly TextMatching AllocationId = new("^eipalloc-([0-9a-f]{8}|[0-9a-f]{17})$", 26, "\"eipalloc-\" and 8 or 17 hexadecimal digits");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("NLB020", "Elastic IPs are for an internet-facing load balancer, fixed private addresses for an internal one.", "CreateLoadBalancer rejects it.", "elbv2 SubnetMapping.AllocationId, PrivateIPv4Address")
            .For<NetworkLoadBalancerProps>(CheckAddressKinds),
        Rule.Error("NLB021", "Where one subnet mapping has an Elastic IP every one has, and each its own.", "CreateLoadBalancer rejects it.", "elbv2 SubnetMapping.AllocationId")
            .For<NetworkLoadBalancerProps>(CheckAllocations)
            .Bounding<NetworkLoadBalancerProps>("subnetMappings.*.allocationId", AllocationId),
        Rule.Error("NLB022", "A Network Load Balancer has at most 5 security groups.", "CreateLoadBalancer rejects more.", "EC2 quota: security groups per network interface")
            .For<NetworkLoadBalancerProps>(CheckSecurityGroups),
        Rule.Warning("NLB274", "A Network Load Balancer has a security group from the start.", "AWS takes none later: SetSecurityGroups fails, and Terraform replaces the load balancer and with it its DNS name.", "elbv2 SetSecurityGroups; Network Load Balancers guide, security groups")
            .For<NetworkLoadBalancerProps>(CheckHasSecurityGroup),
        Rule.Error("NLB182", "A Network Load Balancer's address type is ipv4 or dualstack.", "CreateLoadBalancer rejects it.", "elbv2 CreateLoadBalancerInput.IpAddressType")
            .For<NetworkLoadBalancerProps>(CheckAddressType),
        Rule.Error("NLB183", "A DNS client routing policy is availability_zone_affinity, partial_availability_zone_affinity or any_availability_zone.", "AWS knows no other.", "elbv2 LoadBalancerAttribute dns_record.client_routing_policy"),
        Rule.Error("NLB187", "A Network Load Balancer has at least one subnet mapping, and one in each Availability Zone.", "CreateLoadBalancer rejects it.", "elbv2 CreateLoadBalancerInput.SubnetMappings")
            .ForAll((model, report) => model.ForEach<NetworkLoadBalancerProps>(balancer => CheckZones(balancer.Props, model, report.At(balancer)))),
        Rule.Error("NLB188", "Elastic IPs that are made are called after their Availability Zones, so the subnets say theirs.", "An address called after a subnet would be released with it.", "aws_eip, replacement of a subnet mapping")
            .For<NetworkLoadBalancerProps>(CheckElasticIpNames),
        Rule.Error("NLB189", "Fixed addresses lie in their subnets' CIDR blocks and are none of the five that EC2 keeps; IPv6 addresses need dualstack.", "CreateLoadBalancer rejects it.", "elbv2 SubnetMapping.PrivateIPv4Address, IPv6Address; VPC guide, subnet CIDR blocks: the first four addresses and the last")
            .For<NetworkLoadBalancerProps>(CheckAddresses),
        Rule.Warning("NLB030", "Access logs need a TLS listener.", "AWS writes none for other listeners: the bucket stays empty.", "Network Load Balancers guide, access logs")
            .ForDeclared<NetworkLoadBalancerProps>(CheckLogs),
        Rule.Warning("NLB031", "A Network Load Balancer says whether it balances across zones.", "The default is off, unlike an Application Load Balancer's: zones with few targets are overloaded; on costs what crosses zones.", "elbv2 LoadBalancerAttribute load_balancing.cross_zone.enabled")
            .For<NetworkLoadBalancerProps>(CheckCrossZone),
        Rule.Error("NLB190", "Capacity is reserved for load balancers without TLS listeners, 1 unit or more.", "ModifyCapacityReservation rejects it.", "Network Load Balancers guide, capacity unit reservation")
            .ForDeclared<NetworkLoadBalancerProps>(CheckCapacity),
        Rule.Warning("NLB357", "Reserved capacity is 2750 units or more in each Availability Zone.", "ModifyCapacityReservation is reported to reject less, and more than 45,000.", "Network Load Balancers guide, capacity unit reservation; CDK network-load-balancer.ts")
            .For<NetworkLoadBalancerProps>(CheckCapacityOfZones),
    ];

    private static void CheckCapacityOfZones(NetworkLoadBalancerProps balancer, Report report)
    {
        var zones = Math.Max(1, balancer.SubnetMappings.Count);
        if (balancer.MinimumCapacityUnits.IsLiteral(out var units) && units >= 1 && (units < LeastCapacity * zones || units > MostCapacity * (long)zones))
        {
            report.Add("minimumCapacityUnits", "is outside of the documented range", $"{units} for {zones} zone{(zones == 1 ? "" : "s")}", $"{LeastCapacity * zones} to {MostCapacity * zones}", "reserve as much, or remove it");
        }
    }


    private static void CheckAddressKinds(NetworkLoadBalancerProps balancer, Report report)
    {
        if (balancer.ElasticIps.Is(true) && balancer.Internal.Is(true))
        {
            report.Add("elasticIps", "is for an internet-facing load balancer", "true with internal: true", "false", "remove it, or set internal to false");
        }
        foreach (var (name, mapping) in balancer.SubnetMappings)
        {
            if (mapping.AllocationId is not null && balancer.Internal.Is(true))
            {
                report.Add($"subnetMappings.{name}.allocationId", "is for an internet-facing load balancer", $"{mapping.AllocationId} with internal: true", "nothing", "remove it, or set internal to false");
            }
            if (mapping.PrivateIpv4Address is not null && balancer.Internal.Is(false))
            {
                report.Add($"subnetMappings.{name}.privateIpv4Address", "is for an internal load balancer", $"{mapping.PrivateIpv4Address} with internal: false", "nothing", "remove it, or set internal to true");
            }
            if (mapping.AllocationId is not null && balancer.ElasticIps.Is(true))
            {
                report.Add($"subnetMappings.{name}.allocationId", "stands beside elasticIps", $"{mapping.AllocationId}", "either elasticIps, or an allocationId in every mapping", "remove one of the two");
            }
        }
    }

    private static void CheckAllocations(NetworkLoadBalancerProps balancer, Report report)
    {
        var owners = new Dictionary<Value<string>, string>();
        foreach (var (name, mapping) in balancer.SubnetMappings)
        {
            if (mapping.AllocationId is not { } allocation)
            {
                if (!balancer.ElasticIps.Is(true) && balancer.SubnetMappings.Values.Any(other => other.AllocationId is not null))
                {
                    report.Add($"subnetMappings.{name}.allocationId", "is missing", null, "an Elastic IP in every mapping, or in none", "add one, or remove the others");
                }
                continue;
            }
            if (allocation.TryGetLiteral(out var text) && !AllocationId.Accepts(text))
            {
                report.Add($"subnetMappings.{name}.allocationId", "is not legal", Quoted.Of(text), AllocationId.Allowed, "copy the id from the EC2 console");
            }
            else if (!owners.TryAdd(allocation, name))
            {
                report.Add($"subnetMappings.{name}.allocationId", $"is the Elastic IP of mapping {owners[allocation]} too", $"{allocation}", "an address of its own", "take another one");
            }
        }
    }

    private static void CheckSecurityGroups(NetworkLoadBalancerProps balancer, Report report)
    {
        if (balancer.SecurityGroups.Count > MostSecurityGroups)
        {
            report.Add("securityGroups", "has too many security groups", $"{balancer.SecurityGroups.Count}", $"at most {MostSecurityGroups}", "merge some of them");
        }
    }

    private static void CheckHasSecurityGroup(NetworkLoadBalancerProps balancer, Report report)
    {
        if (balancer.SecurityGroups.Count == 0)
        {
            report.Add("securityGroups", "has no security group", null, $"1 to {MostSecurityGroups}", "name the group that says who may connect; or, for a load balancer that exists without one, suppress this with that reason");
        }
    }

    private static void CheckAddressType(NetworkLoadBalancerProps balancer, Report report)
    {
        if (balancer.IpAddressType.Is(IpAddressType.DualstackWithoutPublicIpv4))
        {
            report.Add("ipAddressType", "is for Application Load Balancers", "dualstack-without-public-ipv4", "ipv4 or dualstack", "use dualstack");
        }
    }

    private static void CheckZones(NetworkLoadBalancerProps balancer, Model model, Report report)
    {
        if (balancer.SubnetMappings.Count == 0)
        {
            report.Add("subnetMappings", "has no subnet", null, "one subnet in each Availability Zone that is used", "add one");
        }
        SubnetRules.CheckOneInEachZone(balancer.SubnetMappings.Select(mapping => ($"subnetMappings.{mapping.Key}.subnet", mapping.Value.Subnet)), model, report);
    }

    private static void CheckElasticIpNames(NetworkLoadBalancerProps balancer, Report report)
    {
        foreach (var (name, mapping) in balancer.SubnetMappings)
        {
            if (balancer.ElasticIps.Is(true) && mapping.Subnet.AvailabilityZone is not { IsLiteral: true })
            {
                report.Add($"subnetMappings.{name}.subnet", "does not say its Availability Zone", $"{mapping.Subnet.AvailabilityZone}" is { Length: > 0 } zone ? zone : null, "a zone's name, such as eu-central-1a", "set the subnet's availabilityZone");
            }
        }
    }

    private static void CheckAddresses(NetworkLoadBalancerProps balancer, Report report)
    {
        foreach (var (name, mapping) in balancer.SubnetMappings)
        {
            if (mapping.PrivateIpv4Address.IsLiteral(out var address) && CidrBlock.Excludes((mapping.Subnet as Subnet)?.CidrBlock, address) is { } reason)
            {
                report.Add($"subnetMappings.{name}.privateIpv4Address", reason, Quoted.Of(address), (mapping.Subnet as Subnet)?.CidrBlock is { } block ? $"an IPv4 address in {block}" : "an IPv4 address", "take a free address of the subnet");
            }
            if (mapping.Ipv6Address is { } ipv6 && balancer.IpAddressType.Is(IpAddressType.Ipv4))
            {
                report.Add($"subnetMappings.{name}.ipv6Address", "needs dualstack", $"{ipv6} with ipv4", "nothing with ipv4", "set ipAddressType to dualstack, or remove it");
            }
            else if (mapping.Ipv6Address.IsLiteral(out var text) && !(text.Contains(':') && System.Net.IPAddress.TryParse(text, out _)))
            {
                report.Add($"subnetMappings.{name}.ipv6Address", "is not an IPv6 address", Quoted.Of(text), "an IPv6 address of the subnet", "take a free address of the subnet");
            }
            else if (mapping.Ipv6Address.IsLiteral(out text) && CidrBlock.AddressOf(text) is { } fixedAddress && (mapping.Subnet as Subnet)?.Ipv6CidrBlock is { } ipv6Block
                && ipv6Block.TryGetLiteral(out var written) && CidrBlock.Mistake(written, System.Net.Sockets.AddressFamily.InterNetworkV6, "", mayBeAddress: true) is null && !CidrBlock.Contains(written, fixedAddress))
            {
                report.Add($"subnetMappings.{name}.ipv6Address", "is not in its subnet", Quoted.Of(text), $"an IPv6 address in {written}", "take a free address of the subnet");
            }
        }
    }

    private static bool HasTlsListener(Declaration<NetworkLoadBalancerProps> balancer) =>
        balancer.Children.OfType<Declaration<NetworkListenerProps>>().Any(listener => listener.Props.Protocol.MayBe(NetworkProtocol.Tls));

    private static void CheckLogs(Declaration<NetworkLoadBalancerProps> balancer, Report report)
    {
        if (balancer.Props.AccessLogs is { } logs && !logs.Enabled.Is(false) && !HasTlsListener(balancer))
        {
            report.Add("accessLogs", "will stay empty", "no TLS listener", "a TLS listener, or no access logs", "use VPC flow logs for other listeners, and remove it");
        }
    }

    private static void CheckCrossZone(NetworkLoadBalancerProps balancer, Report report)
    {
        if (balancer.CrossZone is null)
        {
            report.Add("crossZone", "is not said", null, "true or false", "set it to true where zones have different numbers of targets, to false where traffic should stay in its zone");
        }
    }

    private static void CheckCapacity(Declaration<NetworkLoadBalancerProps> balancer, Report report)
    {
        if (balancer.Props.MinimumCapacityUnits is not { } units)
        {
            return;
        }
        if (units.TryGetLiteral(out var number) && number < 1)
        {
            report.Add("minimumCapacityUnits", "is out of range", $"{number}", "1 or more", "reserve capacity, or remove it");
        }
        if (balancer.Children.OfType<Declaration<NetworkListenerProps>>().FirstOrDefault(listener => listener.Props.Protocol.Is(NetworkProtocol.Tls)) is { } tls)
        {
            report.Add("minimumCapacityUnits", "does not go with a TLS listener", $"{units} with listener {tls.Name}", "nothing with a TLS listener", "remove it, or end TLS at the targets");
        }
    }
}
