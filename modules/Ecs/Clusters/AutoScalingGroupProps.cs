using System.Collections.Immutable;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>
/// An Auto Scaling group of instances for a cluster, and the capacity provider that it is: the ECS-optimised AMI of Amazon Linux 2023, IMDSv2
/// alone, encrypted disks.
/// </summary>
public sealed record AutoScalingGroupProps : IMakesParts, INamesResources
{
    /// <summary>The name of the capacity provider; not one that begins with aws, ecs or fargate. <c>STACK-CLUSTER-NAME</c> unless set. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The type of the instances, <c>t3.small</c>.</summary>
    public required Value<string> InstanceType { get; init; }

    /// <summary>The processors of that type. X86_64 unless set.</summary>
    public Value<CpuArchitecture> CpuArchitecture { get; init; } = TaskDefinitions.CpuArchitecture.X8664;

    /// <summary>The AMI. The recommended ECS-optimised one of the day on which an instance starts, unless set.</summary>
    public Value<string>? ImageId { get; init; }

    /// <summary>The VPC of the group's own security group. In a manifest, the network's.</summary>
    [DefaultsTo("network.vpcId")]
    public required Value<string> VpcId { get; init; }

    /// <summary>The subnets of the instances.</summary>
    public required IReadOnlyList<ISubnet> Subnets { get; init; }

    /// <summary>
    /// The security groups of the instances, at most five. One of their own unless set: what reaches the tasks is added by wiring, and HTTPS
    /// may go out, to ECS and to registries.
    /// </summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>The fewest instances. 0 unless set.</summary>
    public Value<int> MinSize { get; init; } = 0;

    /// <summary>The most instances.</summary>
    public required Value<int> MaxSize { get; init; }

    /// <summary>The size of an instance's disk, in GiB; at least the 30 of the AMI. 30 unless set.</summary>
    public Value<int> VolumeSizeGiB { get; init; } = 30;

    /// <summary>The KMS key that encrypts the disks. AWS's own unless set.</summary>
    public Value<string>? VolumeKmsKeyArn { get; init; }

    /// <summary>A shell script that an instance runs when it starts, after it has been told its cluster. None unless set.</summary>
    public Value<string>? UserData { get; init; }

    /// <summary>How ECS keeps the group at the size that the tasks need. It does unless set otherwise.</summary>
    public ManagedScalingProps ManagedScaling { get; init; } = new();

    /// <summary>Whether instances with tasks are not stopped when the group shrinks. They are not unless set; needs managed scaling and <see cref="ProtectFromScaleIn"/>.</summary>
    public Value<bool> ManagedTerminationProtection { get; init; } = true;

    /// <summary>Whether new instances are protected from the group's own shrinking. They are unless set.</summary>
    public Value<bool> ProtectFromScaleIn { get; init; } = true;

    /// <summary>Whether tasks are moved off an instance before it is stopped. They are unless set.</summary>
    public Value<bool> ManagedDraining { get; init; } = true;

    /// <summary>Tags of the group and its instances.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<(Type Kind, string LogicalId)> IMakesParts.PartsOf(string logicalId) =>
        SecurityGroups.Count > 0 ? [] : [(typeof(SecurityGroupProps), $"{logicalId}_instances")];

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) =>
        [place.Name(AwsNames.CapacityProvider, "name", Name, stack => GeneratedName.Of(AwsNames.CapacityProvider, stack, place.Declaration.LogicalId))];
}
