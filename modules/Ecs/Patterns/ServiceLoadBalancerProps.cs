using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>A load balancer for one service.</summary>
public sealed record ServiceLoadBalancerProps
{
    /// <summary>The name, at most 32 letters, digits and hyphens. Unless set, the service's. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Its subnets: two or more, each in an Availability Zone of its own; public ones unless it is internal.</summary>
    public required IReadOnlyList<ISubnet> Subnets { get; init; }

    /// <summary>Whether it has private addresses only. It has public ones unless set.</summary>
    public Value<bool> Internal { get; init; } = false;

    /// <summary>Who may reach it, as IPv4 CIDR blocks. Nobody unless set.</summary>
    public ValueList<string> AllowFrom { get; init; } = [];

    /// <summary>The certificate: then it serves HTTPS, and redirects HTTP to it. It serves HTTP unless set.</summary>
    public ICertificate? Certificate { get; init; }

    /// <summary>A log of every request. None unless set.</summary>
    public LogsProps? AccessLogs { get; init; }

    /// <summary>The AWS WAF web ACL that its requests pass, a regional one's ARN. None unless set.</summary>
    public Value<string>? WebAclArn { get; init; }
}
