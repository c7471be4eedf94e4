using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A Network Load Balancer that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredNetworkLoadBalancer(string name, Func<NetworkLoadBalancerProps?> props) : INetworkLoadBalancer
{
    public Value<string> Arn { get; } = Expression.Attribute("aws_lb", name, "arn");

    public Value<string>? DnsName { get; } = Expression.Attribute("aws_lb", name, "dns_name");

    public Value<string>? ZoneId { get; } = Expression.Attribute("aws_lb", name, "zone_id");

    public Value<IpAddressType>? IpAddressType => props()?.IpAddressType;

    public NetworkLoadBalancerProps? Props => props();

    public override string ToString() => name;
}
