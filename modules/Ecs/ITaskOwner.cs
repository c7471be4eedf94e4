using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs;

/// <summary>Something that runs tasks of one definition: a service, a schedule, a rule for events.</summary>
internal interface ITaskOwner : IMakesParts
{
    /// <summary>The cluster.</summary>
    IEcsCluster Cluster { get; }

    /// <summary>What the tasks run.</summary>
    TaskDefinitionProps TaskDefinition { get; }

    /// <summary>What they run on; null where capacity providers say so, or nothing does.</summary>
    Value<LaunchType>? LaunchType { get; }

    /// <summary>Whether they run on Fargate, where neither the launch type nor the capacity providers tell; null where they do.</summary>
    bool? RunsOnFargate => null;

    /// <summary>The capacity providers that they are divided among.</summary>
    IReadOnlyList<CapacityProviderStrategyProps> CapacityProviders { get; }

    /// <summary>The version of Fargate; null for the latest.</summary>
    Value<string>? PlatformVersion { get; }

    /// <summary>Whether ECS Exec may open a shell in the containers.</summary>
    Value<bool> EnableExecuteCommand { get; }

    IEnumerable<(Type Kind, string LogicalId)> IMakesParts.PartsOf(string logicalId) => this.Parts(logicalId);
}
