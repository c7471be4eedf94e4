using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredHostedZone(string name, Func<HostedZoneProps?> props) : IHostedZone
{
    public Value<string> Id { get; } = Expression.Attribute("aws_route53_zone", name, "zone_id");

    public Value<string>? Name => props()?.DomainName;

    public HostedZoneProps? Props => props();

    public override string ToString() => name;
}
