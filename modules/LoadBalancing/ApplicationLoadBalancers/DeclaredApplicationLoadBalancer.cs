using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredApplicationLoadBalancer(string name, Func<ApplicationLoadBalancerProps?> props) : IApplicationLoadBalancer
{
    public Value<string> Arn { get; } = Expression.Attribute("aws_lb", name, "arn");

    public Value<string>? DnsName { get; } = Expression.Attribute("aws_lb", name, "dns_name");

    public Value<string>? ZoneId { get; } = Expression.Attribute("aws_lb", name, "zone_id");

    public Value<IpAddressType>? IpAddressType => props()?.IpAddressType;

    public ApplicationLoadBalancerProps? Props => props();

    public override string ToString() => name;
}

/// <summary>An existing Application Load Balancer that a manifest gives a name.</summary>
internal sealed class DeclaredExistingLoadBalancer(string name, Func<ExistingApplicationLoadBalancerProps?> props) : IApplicationLoadBalancer
{
    public Value<string> Arn => props()?.Arn ?? "";

    public Value<string>? DnsName => props()?.DnsName;

    public Value<string>? ZoneId => props()?.ZoneId;

    public Value<IpAddressType>? IpAddressType => props()?.IpAddressType;

    public ApplicationLoadBalancerProps? Props => null;

    public override string ToString() => name;
}
