using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What load balancers with IPv6 addresses ask of their subnets.</summary>
internal static class DualstackRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LB358", "The subnets of a dualstack load balancer have an IPv6 CIDR block.", "CreateLoadBalancer and SetIpAddressType reject it: you must specify subnets with an associated IPv6 CIDR block.", "elbv2 CreateLoadBalancerInput.IpAddressType, SetIpAddressType; Application and Network Load Balancers guides, IP address types")
            .ForAll((model, report) => Check(model, report, isKnown: true)),
        Rule.Warning("LB359", "The subnets of a dualstack load balancer say their IPv6 CIDR block.", "CreateLoadBalancer rejects subnets without one, and the plan does not tell.", "elbv2 CreateLoadBalancerInput.IpAddressType; Application and Network Load Balancers guides, IP address types")
            .ForAll((model, report) => Check(model, report, isKnown: false)),
    ];

    /// <summary>Where one subnet says its IPv6 block, one that says none has none; where none does, nothing is known.</summary>
    private static void Check(Model model, Report report, bool isKnown)
    {
        var saysAny = model.Of<Subnet>().Any(subnet => subnet.Props.Ipv6CidrBlock is not null);
        if (saysAny != isKnown)
        {
            return;
        }
        foreach (var ofBalancer in Subnets(model).Where(used => used.Type.IsLiteral && used.Type.MayBe(IpAddressType.Dualstack, IpAddressType.DualstackWithoutPublicIpv4) && used.Subnet is Subnet { Ipv6CidrBlock: null, CidrBlock: not null }).GroupBy(used => used.Balancer))
        {
            var at = report.At(ofBalancer.Key);
            if (isKnown)
            {
                foreach (var (_, type, property, subnet) in ofBalancer)
                {
                    at.Add(property, "has no IPv6 CIDR block", $"{SubnetRules.NameOf(subnet, model)} for {type}", "a subnet with ipv6CidrBlock", "associate an IPv6 block with the subnet and set its ipv6CidrBlock, or set ipAddressType to ipv4");
                }
            }
            else
            {
                var names = string.Join(" and ", ofBalancer.Select(used => SubnetRules.NameOf(used.Subnet, model)));
                at.Add("ipAddressType", "needs subnets with an IPv6 CIDR block, and they do not say theirs", $"{ofBalancer.First().Type} in {names}", "subnets with ipv6CidrBlock", "set ipv6CidrBlock of each subnet, or use ipv4");
            }
        }
    }

    private static IEnumerable<(Declaration Balancer, Value<IpAddressType> Type, string Property, ISubnet Subnet)> Subnets(Model model)
    {
        foreach (var balancer in model.Declarations)
        {
            if (balancer.Props is ApplicationLoadBalancerProps application)
            {
                foreach (var (index, subnet) in application.Subnets.Index())
                {
                    yield return (balancer, application.IpAddressType, $"subnets[{index}]", subnet);
                }
            }
            else if (balancer.Props is NetworkLoadBalancerProps network)
            {
                foreach (var (name, mapping) in network.SubnetMappings)
                {
                    yield return (balancer, network.IpAddressType, $"subnetMappings.{name}.subnet", mapping.Subnet);
                }
            }
        }
    }
}
