using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A health check of Route 53 that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredDnsHealthCheck(string name, Func<DnsHealthCheckProps?> props) : IDnsHealthCheck
{
    public Value<string> Id { get; } = Expression.Attribute("aws_route53_health_check", name, "id");

    public DnsHealthCheckProps? Props => props();

    public override string ToString() => name;
}
