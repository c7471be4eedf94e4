using System.Collections.Immutable;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>An ECS service: tasks that are kept running, and registered with load balancers.</summary>
public sealed record EcsServiceProps : ITaskNetwork, IDeclaresParts, INamesResources
{
    /// <summary>The cluster.</summary>
    public required IEcsCluster Cluster { get; init; }

    /// <summary>The name, at most 255 letters, digits, hyphens and underscores. Unless set, the name that it is declared under, in a cluster that exists <c>STACK-NAME</c>. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>What its tasks run.</summary>
    public required TaskDefinitionProps TaskDefinition { get; init; }

    /// <summary>What the tasks run on. Fargate unless set, and unless there are capacity providers.</summary>
    [Enforces("SVC125")]
    public Value<LaunchType>? LaunchType { get; init; }

    /// <summary>Capacity providers in place of a launch type. None unless set.</summary>
    public IReadOnlyList<CapacityProviderStrategyProps> CapacityProviders { get; init; } = [];

    /// <summary>The version of Fargate. The latest unless set.</summary>
    public Value<string>? PlatformVersion { get; init; }

    /// <summary>How many tasks there are. 1 unless set; not for DAEMON.</summary>
    public Value<int> DesiredCount { get; init; } = DefaultCount;

    /// <summary>How many tasks there are, and where. As many as it is told, unless set.</summary>
    [Enforces("SVC128")]
    public Value<SchedulingStrategy> SchedulingStrategy { get; init; } = Services.SchedulingStrategy.Replica;

    /// <summary>The VPC of the tasks' own security group. In a manifest, the network's.</summary>
    [DefaultsTo("network.vpcId")]
    public required Value<string> VpcId { get; init; }

    /// <summary>The subnets of the tasks, at most 16. With awsvpc, and only then.</summary>
    public IReadOnlyList<ISubnet> Subnets { get; init; } = [];

    /// <summary>The security groups of the tasks, at most five. With awsvpc one of their own unless set, closed but for what wiring adds and <see cref="Egress"/>.</summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>What may leave the tasks' own security group, by the rules' names. HTTPS to anywhere unless set: to AWS and to image registries.</summary>
    public IReadOnlyDictionary<string, SecurityGroupRuleProps>? Egress { get; init; }

    /// <summary>Whether tasks get public addresses; on Fargate only. They do not unless set.</summary>
    public Value<bool> AssignPublicIp { get; init; } = false;

    /// <summary>The target groups that the tasks are registered in, at most five. None unless set.</summary>
    public IReadOnlyList<ServiceTargetGroupProps> TargetGroups { get; init; } = [];

    /// <summary>Seconds in which a new task's health checks do not count, 0 to 2,147,483,647. 0 unless set; with a target group only.</summary>
    public Value<int>? HealthCheckGracePeriodSeconds { get; init; }

    /// <summary>How many of the tasks stay in a deployment, in percent. 100 unless set; 0 for DAEMON.</summary>
    public Value<int>? MinimumHealthyPercent { get; init; }

    /// <summary>How many tasks there are at the most in a deployment, in percent. 200 unless set; 100 for DAEMON.</summary>
    public Value<int>? MaximumPercent { get; init; }

    /// <summary>Whether a deployment whose tasks do not start is given up. It is, and taken back, unless set; ECS's own rolling deployments only.</summary>
    public CircuitBreakerProps CircuitBreaker { get; init; } = CircuitBreakerProps.Default;

    /// <summary>Alarms that end a deployment. None unless set.</summary>
    public DeploymentAlarmsProps? Alarms { get; init; }

    /// <summary>Who replaces the tasks. ECS unless set. A change replaces the service.</summary>
    [Enforces("SVC134")]
    public Value<DeploymentController> DeploymentController { get; init; } = Services.DeploymentController.Ecs;

    /// <summary>How the traffic gets to a new revision. With its tasks, a few at a time, unless set; what is taken out stays until another strategy is written.</summary>
    [Since("aws_ecs_service.deployment_configuration")]
    public DeploymentProps? Deployment { get; init; }

    /// <summary>Whether tasks are moved when the zones have got uneven. They are unless set, where ECS can.</summary>
    public Value<bool>? AvailabilityZoneRebalancing { get; init; }

    /// <summary>Whether ECS Exec may open a shell in the containers. It may not unless set.</summary>
    public Value<bool> EnableExecuteCommand { get; init; } = false;

    /// <summary>Takes part in Service Connect. It does not unless set.</summary>
    public ServiceConnectProps? ServiceConnect { get; init; }

    /// <summary>A Cloud Map service that the tasks register in. None unless set.</summary>
    public ServiceRegistryProps? ServiceRegistry { get; init; }

    /// <summary>How tasks are placed on instances, at most five. ECS's own way unless set; not on Fargate.</summary>
    public IReadOnlyList<PlacementStrategyProps> PlacementStrategies { get; init; } = [];

    /// <summary>What an instance must be, at most ten. Anything unless set; not on Fargate.</summary>
    public IReadOnlyList<PlacementConstraintProps> PlacementConstraints { get; init; } = [];

    /// <summary>The security groups of the instances of an existing cluster, to be opened for load balancers. Of a cluster of this app they are known.</summary>
    public IReadOnlyList<ISecurityGroup> InstanceSecurityGroups { get; init; } = [];

    /// <summary>How the number of tasks follows the load. It does not unless set.</summary>
    public ScalingProps? Scaling { get; init; }

    /// <summary>Whether Terraform leaves the number of tasks as it finds it. It does with scaling, unless set.</summary>
    public bool? IgnoreDesiredCount { get; init; }

    /// <summary>Whether Terraform leaves the revision as it finds it, for what is deployed by other means. It does not unless set.</summary>
    public bool IgnoreTaskDefinition { get; init; }

    /// <summary>Whether tasks are tagged with their cluster and service. They are unless set.</summary>
    public Value<bool> EnableEcsManagedTags { get; init; } = true;

    /// <summary>Where the tags of tasks come from. From the service unless set.</summary>
    public Value<PropagateTags> PropagateTags { get; init; } = Services.PropagateTags.Service;

    /// <summary>Whether each apply replaces the tasks. It does not unless set.</summary>
    public Value<bool>? ForceNewDeployment { get; init; }

    /// <summary>Whether the apply waits until the tasks are healthy. It does not unless set.</summary>
    public Value<bool>? WaitForSteadyState { get; init; }

    /// <summary>Tags of the service.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>What <see cref="DesiredCount"/> is unless set.</summary>
    internal static Value<int> DefaultCount { get; } = 1;

    /// <summary>Whether its tasks run on Fargate, where only who made the props knows.</summary>
    internal bool? RunsOnFargate { get; init; }

    /// <inheritdoc/>
    bool? ITaskOwner.RunsOnFargate => RunsOnFargate;

    /// <summary>Whether each instance gets one task.</summary>
    internal Value<bool> IsDaemon => SchedulingStrategy.IsAnyOf(Services.SchedulingStrategy.Daemon);

    /// <summary>The least share of tasks in a deployment, ECS's own default included.</summary>
    internal Value<int> EffectiveMinimumHealthyPercent => MinimumHealthyPercent.Or(Value.When<int>(IsDaemon, 0, 100)!);

    /// <summary>The largest share of tasks in a deployment, ECS's own default included.</summary>
    internal Value<int> EffectiveMaximumPercent => MaximumPercent.Or(Value.When<int>(IsDaemon, 100, 200)!);

    /// <summary>Whether tasks are moved between zones: unless set, wherever ECS can.</summary>
    internal Value<bool> EffectiveAvailabilityZoneRebalancing => AvailabilityZoneRebalancing.Or(CanBeRebalanced);

    /// <summary>Whether ECS moves the traffic from one target group to another in each deployment.</summary>
    internal bool ShiftsTraffic => Deployment?.ShiftsTraffic == true;

    private Value<bool> CanBeRebalanced =>
        SchedulingStrategy.IsAnyOf(Services.SchedulingStrategy.Replica) & DeploymentController.IsAnyOf(Services.DeploymentController.Ecs)
        & EffectiveMaximumPercent.IsAbove(100) & SpreadsZonesFirst & !ConstrainsZones;

    /// <summary>Whether a placement constraint is known to choose between the zones, which moves between them would break.</summary>
    internal bool ConstrainsZones => PlacementConstraints.Any(constraint => constraint.Expression.IsLiteral(out var expression) && expression.Contains("ecs.availability-zone", StringComparison.Ordinal));

    /// <summary>Whether the first placement strategy spreads tasks over the zones, which they are where there is none.</summary>
    private Value<bool> SpreadsZonesFirst =>
        PlacementStrategies.Count == 0 ? true
        : Presence.OfAny(PlacementStrategies) is { IsLiteral: false } isPlaced ? Value.When<bool>(isPlaced, Expression.Of($"[{PlacementStrategies[0].IsSpreadOverZones}][0]"), true)!
        : PlacementStrategies[0].SpreadsZones;

    /// <summary>Whether Terraform leaves the number of tasks as it finds it.</summary>
    internal bool IgnoresDesiredCount() => IgnoreDesiredCount ?? Scaling is not null;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) =>
    [
        place.Name(AwsNames.Service, "name", Name, stack => Cluster.Props is null ? GeneratedName.Of(AwsNames.Service, stack, place.Own) : place.Own, Cluster.Arn),
        .. EcsNames.OfTask(place, TaskDefinition),
        .. (Scaling?.Steps.Keys ?? []).Select(policy => place.Name(AwsNames.Alarm, "", null, stack => GeneratedName.Of(AwsNames.Alarm, stack, EcsNames.Alarm(place.Own, policy)))),
    ];

    IEnumerable<Part> IDeclaresParts.PartsOf(string path, string name) => TwinTargetGroup.MadeFor(this)
        .Select(made => new Part($"targetGroups.{made.First}.alternate", $"{made.Twin}", made.Twin.Props!) { Written = new($"targetGroups.{made.First}", typeof(TargetGroupProps)) });
}
