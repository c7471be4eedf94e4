using System.Collections.Immutable;
using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What starts tasks on a cluster, whatever sets it off.</summary>
public abstract record TaskTriggerProps : ITaskNetwork
{
    /// <summary>The cluster.</summary>
    public required IEcsCluster Cluster { get; init; }

    /// <summary>What a task runs.</summary>
    public required TaskDefinitionProps TaskDefinition { get; init; }

    /// <summary>What tasks run on. Fargate unless set, and unless there are capacity providers.</summary>
    [Enforces("SVC125")]
    public Value<LaunchType>? LaunchType { get; init; }

    /// <summary>Capacity providers in place of a launch type, at most six. None unless set.</summary>
    public IReadOnlyList<CapacityProviderStrategyProps> CapacityProviders { get; init; } = [];

    /// <summary>The version of Fargate. The latest unless set.</summary>
    public Value<string>? PlatformVersion { get; init; }

    /// <summary>The VPC of the tasks' own security group. In a manifest, the network's.</summary>
    [DefaultsTo("network.vpcId")]
    public required Value<string> VpcId { get; init; }

    /// <summary>The subnets of the tasks, at most 16. With awsvpc, and only then.</summary>
    public IReadOnlyList<ISubnet> Subnets { get; init; } = [];

    /// <summary>The security groups of the tasks, at most five. One of their own unless set, closed but for <see cref="Egress"/>.</summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>What may leave the tasks' own security group, by the rules' names. HTTPS to anywhere unless set.</summary>
    public IReadOnlyDictionary<string, SecurityGroupRuleProps>? Egress { get; init; }

    /// <summary>Whether tasks get public addresses; on Fargate only. They do not unless set.</summary>
    public Value<bool> AssignPublicIp { get; init; } = false;

    /// <summary>Whether ECS Exec may open a shell in the containers. It may not unless set.</summary>
    public Value<bool> EnableExecuteCommand { get; init; } = false;

    /// <summary>How many tasks are started each time, 1 to 10. 1 unless set.</summary>
    public Value<int> TaskCount { get; init; } = 1;

    /// <summary>What is different in containers, by their names. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, ContainerOverrideProps> Overrides { get; init; } = ImmutableDictionary<string, ContainerOverrideProps>.Empty;

    /// <summary>What happens to a task that cannot be started.</summary>
    public RetryProps Retry { get; init; } = new();

    /// <summary>An existing SQS queue that gets what could not be started; its policy must let EventBridge in. One of its own unless set, encrypted, kept for 14 days.</summary>
    public Value<string>? DeadLetterQueueArn { get; init; }

    /// <summary>An existing role that starts the tasks. Unless set, one that may run this family on this cluster, pass the task's two roles to ECS, and no more.</summary>
    public Value<string>? InvokeRoleArn { get; init; }

    /// <summary>Whether tasks are started. They are unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>What it is for, at most 512 characters. Nothing unless set.</summary>
    public Value<string>? Description { get; init; }

    /// <summary>Tags of what is made for it.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether the tasks run on Fargate, where neither the launch type nor the capacity providers tell; null where they do.</summary>
    internal bool? RunsOnFargate { get; init; }

    bool? ITaskOwner.RunsOnFargate => RunsOnFargate;
}
