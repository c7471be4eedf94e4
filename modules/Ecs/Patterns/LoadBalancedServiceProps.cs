using System.Collections.Immutable;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>A service of one container behind an Application Load Balancer: an image, a port, and which requests it gets.</summary>
public abstract record LoadBalancedServiceProps : IDeclaresParts
{
    /// <summary>The cluster.</summary>
    public required IEcsCluster Cluster { get; init; }

    /// <summary>The image with its tag or digest, <c>httpd:2.4</c>.</summary>
    public required Value<string> Image { get; init; }

    /// <summary>The port that the container serves HTTP on, 1 to 65535.</summary>
    public required Value<int> Port { get; init; }

    /// <summary>The rule of a listener that sends requests to the service. This, or a load balancer of its own.</summary>
    public ServiceRuleProps? Rule { get; init; }

    /// <summary>A load balancer of its own. This, or a rule of a listener.</summary>
    public ServiceLoadBalancerProps? LoadBalancer { get; init; }

    /// <summary>The region that the logs are in. In a manifest, the manifest's.</summary>
    [DefaultsTo("region")]
    public required Value<string> Region { get; init; }

    /// <summary>The VPC of its target group and security groups. In a manifest, the network's.</summary>
    [DefaultsTo("network.vpcId")]
    public required Value<string> VpcId { get; init; }

    /// <summary>What is run in place of the image's CMD.</summary>
    public ValueList<string> Command { get; init; } = [];

    /// <summary>The user, as <c>uid:gid</c> or by name. 1000:1000 unless set.</summary>
    public Value<string>? User { get; init; }

    /// <summary>Whether the container cannot write to its own file system. It cannot unless set.</summary>
    public Value<bool>? ReadonlyRootFilesystem { get; init; }

    /// <summary>Environment variables. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Environment { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Environment variables whose value is a secret, by its ARN. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Secrets { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>What the container may do in AWS, by the statements' names. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, PolicyStatementProps> TaskPolicy { get; init; } = ImmutableDictionary<string, PolicyStatementProps>.Empty;

    /// <summary>How many tasks there are. 2 unless set.</summary>
    public Value<int> DesiredCount { get; init; } = 2;

    /// <summary>How the load balancer knows that a task works. AWS's defaults unless set.</summary>
    public HealthCheckProps HealthCheck { get; init; } = new();

    /// <summary>Seconds in which a new task's health checks do not count. 60 unless set.</summary>
    public Value<int> HealthCheckGracePeriodSeconds { get; init; } = 60;

    /// <summary>How the traffic gets to a new revision. With its tasks, a few at a time, unless set; what is taken out stays until another strategy is written.</summary>
    [Since("aws_ecs_service.deployment_configuration")]
    public DeploymentProps? Deployment { get; init; }

    /// <summary>The rule of a listener that sends test requests to a new revision, before production requests get there. None unless set; for deployments that move traffic.</summary>
    [Since("aws_ecs_service.load_balancer.advanced_configuration")]
    public ServiceRuleProps? TestRule { get; init; }

    /// <summary>Alarms that end a deployment. None unless set.</summary>
    public DeploymentAlarmsProps? Alarms { get; init; }

    /// <summary>How the number of tasks follows the load. It does not unless set.</summary>
    public ScalingProps? Scaling { get; init; }

    /// <summary>Whether ECS Exec may open a shell in the container. It may not unless set.</summary>
    public Value<bool> EnableExecuteCommand { get; init; } = false;

    /// <summary>Tags of what is made for it.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether ECS moves the traffic from one target group to another in each deployment.</summary>
    internal bool ShiftsTraffic => Deployment?.ShiftsTraffic == true;

    /// <summary>What its tasks run.</summary>
    internal abstract TaskDefinitionProps TaskDefinition { get; }

    /// <summary>The subnets of the tasks; none without an interface of their own.</summary>
    internal virtual IReadOnlyList<ISubnet> TaskSubnets => [];

    /// <summary>The security groups of the tasks; none without an interface of their own.</summary>
    internal virtual IReadOnlyList<ISecurityGroup> TaskSecurityGroups => [];

    /// <summary>The security groups of an existing cluster's instances.</summary>
    internal virtual IReadOnlyList<ISecurityGroup> ExistingInstanceSecurityGroups => [];

    /// <summary>The capacity providers.</summary>
    internal abstract IReadOnlyList<CapacityProviderStrategyProps> Providers { get; }

    /// <summary>Whether tasks get public addresses.</summary>
    internal virtual Value<bool> HasPublicIp => false;

    IEnumerable<Part> IDeclaresParts.PartsOf(string path, string name) => new LoadBalancedServiceParts(this, name).Declared(path, name);

    /// <summary>The only container's name.</summary>
    internal const string ContainerName = "app";

    /// <summary>The only container, without its size.</summary>
    private protected ContainerProps Container => new()
    {
        Image = Image,
        Command = Command,
        User = User,
        ReadonlyRootFilesystem = ReadonlyRootFilesystem,
        Environment = Environment,
        Secrets = Secrets,
        PortMappings = [new() { ContainerPort = Port }],
    };
}
