using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>
/// Opens security groups for traffic between two things, in both of them: egress where it comes from, ingress where it goes to, each
/// naming the other's group. The order in which connections are made changes nothing.
/// </summary>
public sealed class Connections
{
    private readonly IReadOnlyList<ISecurityGroup> _groups;

    /// <summary>Connections of what is in the given security groups.</summary>
    /// <param name="groups">The groups. Rules are added to those that this app makes; existing ones stay as they are.</param>
    public Connections(IReadOnlyList<ISecurityGroup> groups) => _groups = groups;

    /// <summary>Lets traffic in from something else, and out of that.</summary>
    /// <param name="peer">Where the traffic comes from.</param>
    /// <param name="ports">What it goes to.</param>
    /// <param name="name">What it is: <c>http</c>. A rule is called by it and by the group at the other end, <c>http-web</c>, so that one more group renames nothing.</param>
    public void AllowFrom(IConnectable peer, PortRange ports, string name)
    {
        foreach (var (source, target) in Pairs(peer))
        {
            (target as SecurityGroup)?.AddIngress($"{name}-{source.Name}", RuleOf(ports, source));
            (source as SecurityGroup)?.AddEgress($"{name}-{target.Name}", RuleOf(ports, target));
        }
    }

    /// <summary>
    /// Lets traffic in from something else, and out of that, as wiring does: where a group has a rule already that says the same, none is
    /// added. The rules are called by what they say, <c>tcp-8080-web</c>, so that it does not matter what was wired first.
    /// </summary>
    internal void AllowFrom(IConnectable peer, PortRange ports)
    {
        foreach (var (source, target) in Pairs(peer))
        {
            (target as SecurityGroup)?.WireIngress($"{ports.Name}-{source.Name}", RuleOf(ports, source));
            (source as SecurityGroup)?.WireEgress($"{ports.Name}-{target.Name}", RuleOf(ports, target));
        }
    }

    /// <summary>Lets traffic out to something else, and into that.</summary>
    /// <param name="peer">Where the traffic goes to.</param>
    /// <param name="ports">What it goes to.</param>
    /// <param name="name">What it is; as for <see cref="AllowFrom(IConnectable, PortRange, string)"/>.</param>
    public void AllowTo(IConnectable peer, PortRange ports, string name) => peer.Connections.AllowFrom(new Peer(this), ports, name);

    /// <summary>Lets traffic in from IPv4 addresses.</summary>
    /// <param name="cidrBlock">The addresses. 0.0.0.0/0 is reported unless the port is 80 or 443 (SG099).</param>
    /// <param name="ports">What the traffic goes to.</param>
    /// <param name="name">The rules' name, unique among the ingress rules of each group.</param>
    public void AllowFromIpv4(Value<string> cidrBlock, PortRange ports, string name)
    {
        foreach (var group in _groups.OfType<SecurityGroup>())
        {
            group.AddIngress(name, new() { Protocol = ports.Protocol, FromPort = ports.From, ToPort = ports.To, CidrIpv4 = cidrBlock });
        }
    }

    /// <summary>Lets traffic out to a CIDR block, as wiring does. The rules are called by what they say: <c>tcp-8080-10-0-0-0-16</c>.</summary>
    internal void AllowToBlock(PortRange ports, Value<string> block, bool isIpv6)
    {
        foreach (var group in _groups.OfType<SecurityGroup>())
        {
            group.WireEgress($"{ports.Name}-{TerraformName.Part($"{block}")}", new() { Protocol = ports.Protocol, FromPort = ports.From, ToPort = ports.To, CidrIpv4 = isIpv6 ? null : block, CidrIpv6 = isIpv6 ? block : null });
        }
    }

    private IEnumerable<(ISecurityGroup Source, ISecurityGroup Target)> Pairs(IConnectable peer) =>
        peer.Connections._groups.SelectMany(source => _groups.Select(target => (source, target)));

    private static SecurityGroupRuleProps RuleOf(PortRange ports, ISecurityGroup peer) =>
        new() { Protocol = ports.Protocol, FromPort = ports.From, ToPort = ports.To, SecurityGroup = peer };

    private sealed record Peer(Connections Connections) : IConnectable;
}
