using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target that is registered from the start: exactly one of an instance, an address, a Lambda function and a load balancer, as its group's type asks.</summary>
public sealed record TargetProps : IProps
{
    /// <summary>An instance; for type instance.</summary>
    public IInstance? Instance { get; init; }

    /// <summary>A private address; for type ip.</summary>
    public Value<string>? Address { get; init; }

    /// <summary>A Lambda function's ARN, or that of one of its versions or aliases; for type lambda. The load balancer gets the permission to invoke it.</summary>
    public Value<string>? FunctionArn { get; init; }

    /// <summary>An Application Load Balancer with a listener on the group's port; for type alb.</summary>
    public IApplicationLoadBalancer? LoadBalancer { get; init; }

    /// <summary>The port that it serves on, 1 to 65535. The group's unless set.</summary>
    public Value<int>? Port { get; init; }

    /// <summary>An address's Availability Zone, or <c>all</c> for one outside the VPC, which has none. Found from the address unless set.</summary>
    public Value<string>? AvailabilityZone { get; init; }

    /// <summary>The properties that say what it is; a legal target has one.</summary>
    internal IReadOnlyList<string> Kinds =>
        [.. new[] { ("instance", Instance is not null), ("address", Address is not null), ("functionArn", FunctionArn is not null), ("loadBalancer", LoadBalancer is not null) }
            .Where(kind => kind.Item2)
            .Select(kind => kind.Item1)];
}
