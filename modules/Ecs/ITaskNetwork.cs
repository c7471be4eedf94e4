using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs;

/// <summary>Something whose tasks are placed in a network.</summary>
internal interface ITaskNetwork : ITaskOwner
{
    /// <summary>The VPC of the tasks' own security group.</summary>
    Value<string> VpcId { get; }

    /// <summary>The subnets of the tasks.</summary>
    IReadOnlyList<ISubnet> Subnets { get; }

    /// <summary>The security groups of the tasks; none for one of their own.</summary>
    IReadOnlyList<ISecurityGroup> SecurityGroups { get; }

    /// <summary>What may leave the tasks' own group; null for HTTPS.</summary>
    IReadOnlyDictionary<string, SecurityGroupRuleProps>? Egress { get; }

    /// <summary>Whether tasks get public addresses.</summary>
    Value<bool> AssignPublicIp { get; }
}
