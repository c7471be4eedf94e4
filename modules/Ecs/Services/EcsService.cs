using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws.EcsService;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>
/// An ECS service with its task definition, log group, roles, security group and scaling. Load balancers are let in to its tasks, and it is
/// made after the listeners and rules that forward to its target groups.
/// </summary>
public sealed class EcsService : ModuleConstruct, IConnectable
{
    /// <summary>Makes the service.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; its name in AWS unless the props say another, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public EcsService(Construct scope, string id, EcsServiceProps props)
        : base(scope, id, props)
    {
        Props = props;
        TaskDefinition = new TaskDefinition(this, props, new Dictionary<string, Iam.PolicyStatementProps>());
        var groups = TaskNetwork.GroupsOf(scope, id, props, Model);
        Connections = new Connections(props.IsAwsvpc() ? groups : InstanceGroups(props));
        var targets = ServiceTarget.Of(props);
        var shift = props.ShiftsTraffic ? new TrafficShift(this, props) : null;
        Resource = Make<Aws.EcsService>(MainResourceId, ConfigOf(props, groups, targets, shift));
        shift?.SetResource(Resource);
        for (var index = 0; index < targets.Count; index++)
        {
            var ports = targets[index].PortsIn(props.TaskDefinition);
            Model.Made.WhenMade<TargetGroup>(targets[index].TargetGroup.Arn, group => Register(group, ports));
            if (shift is not null)
            {
                Model.Made.WhenMade<TargetGroup>(shift.Alternates[index].Arn, group => Register(group, ports));
            }
        }
        string?[] policies = [shift?.PolicyAddress, props.Deployment is { } deployment ? SetDeployment(deployment, props) : null];
        Routes.Of(Model).AddDependent(Resource, targets.Select(target => target.TargetGroup.Arn), [.. TaskDefinition.Policies, .. policies.OfType<string>(), .. Associations(props), .. EgressRules.Of(groups)]);
        if (props.DeploymentController.Is(DeploymentController.CodeDeploy))
        {
            foreach (var target in targets)
            {
                Routes.Of(Model).WhenForwarded(target.TargetGroup.Arn, route => route.LeaveToOthers());
            }
        }
        if (props.Scaling is { } scaling)
        {
            ServiceScaling.Add(this, props, scaling, props.Cluster.Name, Expression.Attribute("aws_ecs_service", LogicalId, "name"));
        }
    }

    /// <summary>What it was declared with.</summary>
    internal EcsServiceProps Props { get; }

    /// <summary>What its tasks run.</summary>
    public TaskDefinition TaskDefinition { get; }

    /// <summary>Its tasks' security groups with awsvpc, else those of the cluster's instances.</summary>
    public Connections Connections { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.EcsService Resource { get; }

    private Aws.EcsServiceConfig ConfigOf(EcsServiceProps props, IReadOnlyList<ISecurityGroup> groups, IReadOnlyList<ServiceTarget> targets, TrafficShift? shift)
    {
        var isOfEcs = props.DeploymentController.Is(DeploymentController.Ecs);
        // A task set has a task definition, a network and what it runs on; a service with EXTERNAL has none of them.
        var isExternal = props.DeploymentController.Is(DeploymentController.External);
        return new()
        {
            Name = Emit.Text(props.Name.Or(props.Cluster.Props is null ? NameOf(AwsNames.Service) : DefaultName))!,
            Cluster = Emit.Text(props.Cluster.Arn),
            TaskDefinition = isExternal ? null : Emit.Text(TaskDefinition.Arn),
            LaunchType = isExternal ? null : Emit.Member(props.EffectiveLaunchType()),
            CapacityProviderStrategy = isExternal || props.CapacityProviders.Count == 0 ? null : props.CapacityProviders.Select(strategy => StrategyOf(props.Cluster, strategy)).ToArray(),
            PlatformVersion = isExternal ? null : Emit.Text(props.PlatformVersion.Or(props.IsFargate() == true ? (Value<string>)"LATEST" : null)),
            SchedulingStrategy = Emit.Member(props.SchedulingStrategy),
            DesiredCount = Emit.Number(Value.When(props.IsDaemon, null, props.DesiredCount)),
            NetworkConfiguration = isExternal || !props.IsAwsvpc() ? null : new Aws.EcsServiceNetworkConfiguration
            {
                Subnets = [.. props.Subnets.Select(subnet => Emit.Text(subnet.Id)!)],
                SecurityGroups = [.. groups.Select(group => Emit.Text(group.Id)!)],
                AssignPublicIp = Emit.Boolean(props.AssignPublicIp),
            },
            LoadBalancer = targets.Count == 0 ? null : targets.Select((target, index) => LoadBalancerOf(target, shift?.Of(index))).ToArray(),
            HealthCheckGracePeriodSeconds = isExternal ? null : Emit.Number(props.HealthCheckGracePeriodSeconds.Or(props.TargetGroups.Count > 0 ? 0 : null)),
            DeploymentMinimumHealthyPercent = Emit.Number(props.EffectiveMinimumHealthyPercent),
            DeploymentMaximumPercent = Emit.Number(props.EffectiveMaximumPercent),
            // ECS has it for rolling deployments alone.
            DeploymentCircuitBreaker = !isOfEcs || props.ShiftsTraffic ? null : new Aws.EcsServiceDeploymentCircuitBreaker { Enable = Emit.Boolean(props.CircuitBreaker.Enabled)!, Rollback = Emit.Boolean(props.CircuitBreaker.Rollback)! },
            Alarms = props.Alarms is not { } alarms ? null : new Aws.EcsServiceAlarms { AlarmNames = Emit.List(alarms.Names) ?? [], Enable = Emit.Boolean(alarms.Enabled)!, Rollback = Emit.Boolean(alarms.Rollback)! },
            DeploymentController = isOfEcs ? null : new Aws.EcsServiceDeploymentController { Type = Emit.Member(props.DeploymentController) },
            AvailabilityZoneRebalancing = Emit.Choice(props.EffectiveAvailabilityZoneRebalancing, "ENABLED", "DISABLED"),
            EnableExecuteCommand = Emit.Boolean(props.EnableExecuteCommand),
            EnableEcsManagedTags = Emit.Boolean(props.EnableEcsManagedTags),
            PropagateTags = Emit.Member(props.PropagateTags),
            ForceNewDeployment = Emit.Boolean(props.ForceNewDeployment),
            WaitForSteadyState = Emit.Boolean(props.WaitForSteadyState),
            ServiceConnectConfiguration = props.ServiceConnect is { } connect ? ServiceConnect.Of(connect) : null,
            ServiceRegistries = isExternal || props.ServiceRegistry is not { } registry ? null : new Aws.EcsServiceServiceRegistries
            {
                RegistryArn = Emit.Text(registry.RegistryArn)!,
                ContainerName = Emit.Text(registry.Container),
                ContainerPort = Emit.Number(registry.ContainerPort),
                Port = Emit.Number(registry.Port),
            },
            OrderedPlacementStrategy = props.PlacementStrategies.Count == 0 ? null : props.PlacementStrategies.Select(strategy => new Aws.EcsServiceOrderedPlacementStrategy { Type = Emit.Member(strategy.Type)!, Field = Emit.Text(strategy.Field) }).ToArray(),
            PlacementConstraints = props.PlacementConstraints.Count == 0 ? null : props.PlacementConstraints.Select(constraint => new Aws.EcsServicePlacementConstraints { Type = Emit.Member(constraint.Type)!, Expression = Emit.Text(constraint.Expression) }).ToArray(),
            Tags = Emit.Map(props.Tags),
            Lifecycle = LifecycleOf(props),
        };
    }

    private static Aws.EcsServiceCapacityProviderStrategy StrategyOf(IEcsCluster cluster, CapacityProviderStrategyProps strategy) => new()
    {
        CapacityProvider = Emit.Text(cluster.CapacityProvider(strategy.Provider))!,
        Weight = Emit.Number(strategy.Weight),
        Base = Emit.Number(strategy.Base),
    };

    private static Aws.EcsServiceLoadBalancer LoadBalancerOf(ServiceTarget target, Aws.EcsServiceLoadBalancerAdvancedConfiguration? advanced) => new()
    {
        TargetGroupArn = Emit.Text(target.TargetGroup.Arn),
        ContainerName = Emit.Text(target.Container) ?? "",
        ContainerPort = Emit.Number(target.Port) ?? 0,
        AdvancedConfiguration = advanced,
    };

    private static TerraformResourceLifecycle? LifecycleOf(EcsServiceProps props)
    {
        // A deployment of CodeDeploy changes the revision and the target group; an apply that changed them back would take the traffic from what it deployed.
        var isCodeDeploy = props.DeploymentController.Is(DeploymentController.CodeDeploy);
        string[] ignored =
        [
            .. props.IgnoresDesiredCount() ? ["desired_count"] : Array.Empty<string>(),
            .. props.IgnoreTaskDefinition || isCodeDeploy ? ["task_definition"] : Array.Empty<string>(),
            .. isCodeDeploy ? ["load_balancer"] : Array.Empty<string>(),
        ];
        return ignored.Length == 0 ? null : new() { IgnoreChanges = ignored };
    }

    /// <summary>Gives the address of the policy that its hooks need.</summary>
    private string? SetDeployment(DeploymentProps deployment, EcsServiceProps props)
    {
        DeploymentConfiguration.Set(this, Resource, deployment);
        return DeploymentConfiguration.AddRole(this, deployment, props.Tags);
    }

    /// <summary>A capacity provider cannot be used before it belongs to the cluster.</summary>
    private IEnumerable<string> Associations(EcsServiceProps props) =>
        props.CapacityProviders.Count > 0 && Model.Made.Find<EcsCluster>(props.Cluster.Arn) is { } cluster ? [$"aws_ecs_cluster_capacity_providers.{cluster.LogicalId}"] : [];

    /// <summary>Lets the load balancers in front of a target group in, on the port that is known or on all that Docker may choose.</summary>
    private void Register(TargetGroup group, PortRange? ports)
    {
        if (ports is null || ports.From == ports.To)
        {
            group.AddTarget(this, ports?.From);
        }
        else
        {
            group.AddTarget(this, ports);
        }
    }

    /// <summary>The groups of the instances that the tasks run on.</summary>
    private IReadOnlyList<ISecurityGroup> InstanceGroups(EcsServiceProps props)
    {
        if (Model.Made.Find<EcsCluster>(props.Cluster.Arn) is not { } cluster)
        {
            return [.. props.InstanceSecurityGroups.Select(Model.Find)];
        }
        var isNamed = props.CapacityProviders.Select(strategy => $"{strategy.Provider}").ToHashSet();
        return [.. cluster.AutoScalingGroups.Where(group => isNamed.Count == 0 || isNamed.Contains(group.Key)).SelectMany(group => group.Value.SecurityGroups).Distinct()];
    }
}
