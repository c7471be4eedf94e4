using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.State;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Manifest;

/// <summary>A manifest: one stack, from its network to its load balancers.</summary>
public sealed record ManifestProps : IProps
{
    /// <summary>The application that the stack belongs to: lower-case letters, digits and hyphens, at most 32.</summary>
    public required string App { get; init; }

    /// <summary>The environment: lower-case letters, digits and hyphens, at most 16. The stack is named APP-ENVIRONMENT.</summary>
    public required string Environment { get; init; }

    /// <summary>The AWS region, <c>eu-central-1</c>.</summary>
    public required Value<string> Region { get; init; }

    /// <summary>Tags of everything in the stack that can have tags, beside <c>app</c> and <c>environment</c>. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Where the state is kept. In a local file unless set.</summary>
    public BackendProps Backend { get; init; } = new() { Local = new() };

    /// <summary>The VPC and its subnets.</summary>
    public required NetworkProps Network { get; init; }

    /// <summary>Security groups, by name.</summary>
    public IReadOnlyDictionary<string, SecurityGroupProps> SecurityGroups { get; init; } = ImmutableDictionary<string, SecurityGroupProps>.Empty;

    /// <summary>Target groups, by name.</summary>
    public IReadOnlyDictionary<string, TargetGroupProps> TargetGroups { get; init; } = ImmutableDictionary<string, TargetGroupProps>.Empty;

    /// <summary>Application Load Balancers, by name.</summary>
    public IReadOnlyDictionary<string, ApplicationLoadBalancerProps> ApplicationLoadBalancers { get; init; } = ImmutableDictionary<string, ApplicationLoadBalancerProps>.Empty;

    /// <summary>Findings that somebody has looked at and answers for.</summary>
    public IReadOnlyList<SuppressionProps> Suppressions { get; init; } = [];
}
