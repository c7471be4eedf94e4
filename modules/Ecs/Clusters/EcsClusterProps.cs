using System.Collections.Immutable;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>An ECS cluster: Fargate, Fargate Spot, and the Auto Scaling groups that are named here.</summary>
public sealed record EcsClusterProps : INamesResources
{
    /// <summary>The name, at most 255 letters, digits, hyphens and underscores. <c>STACK-NAME</c> unless set. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>What CloudWatch Container Insights measures. The cluster, services and task definitions unless set.</summary>
    public Value<ContainerInsights> ContainerInsights { get; init; } = Clusters.ContainerInsights.Enabled;

    /// <summary>Where sessions of ECS Exec are logged. Where the task logs go, unless set.</summary>
    public ExecuteCommandProps? ExecuteCommand { get; init; }

    /// <summary>The Cloud Map namespace that services use for Service Connect, by its ARN. None unless set.</summary>
    public Value<string>? ServiceConnectNamespaceArn { get; init; }

    /// <summary>The KMS key that encrypts the disks of Fargate tasks. AWS's own unless set.</summary>
    public Value<string>? FargateStorageKmsKeyArn { get; init; }

    /// <summary>The KMS key that encrypts the volumes that ECS attaches to tasks. AWS's own unless set.</summary>
    public Value<string>? ManagedStorageKmsKeyArn { get; init; }

    /// <summary>Auto Scaling groups of instances, by the names that services call them by as capacity providers. None unless set.</summary>
    public IReadOnlyDictionary<string, AutoScalingGroupProps> AutoScalingGroups { get; init; } = ImmutableDictionary<string, AutoScalingGroupProps>.Empty;

    /// <summary>The capacity providers of what names none, nor a launch type. None unless set.</summary>
    public IReadOnlyList<CapacityProviderStrategyProps> DefaultCapacityProviders { get; init; } = [];

    /// <summary>Tags of the cluster.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place)
    {
        yield return place.Name(AwsNames.Cluster, "name", Name);
        if (ExecuteCommand is { } exec)
        {
            yield return place.Name(AwsNames.LogGroup, "executeCommand.logGroup.name", exec.LogGroup.Name, stack => EcsNames.ExecLogGroup(stack, place.Own));
        }
    }
}
