using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Ecs;

/// <summary>A service behind a load balancer, as a program composes them.</summary>
internal static class ComposedService
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    private static readonly IReadOnlyList<Subnet> Subnets =
    [
        new() { Id = "subnet-0a1b2c3d4e5f60001", AvailabilityZone = "eu-central-1a" },
        new() { Id = "subnet-0a1b2c3d4e5f60002", AvailabilityZone = "eu-central-1b" },
    ];

    /// <summary>A stack of both, in either order.</summary>
    /// <param name="balancerFirst">Whether the load balancer comes first.</param>
    /// <param name="listener">The load balancer's listener of HTTP, which forwards to the group.</param>
    /// <param name="adjust">What the service has besides.</param>
    internal static JsonObject Synthesize(bool balancerFirst, Func<TargetGroup, ApplicationListenerProps> listener, Func<EcsServiceProps, EcsServiceProps> adjust) => Synthesized.Stack(stack =>
    {
        var group = new TargetGroup(stack, "app", new() { TargetType = TargetType.Ip, Port = 80, VpcId = Vpc });
        if (balancerFirst)
        {
            AddBalancer(stack, listener(group));
        }
        _ = new EcsService(stack, "service", adjust(Props(stack, group)));
        if (!balancerFirst)
        {
            AddBalancer(stack, listener(group));
        }
    });

    /// <summary>What a service has at the least.</summary>
    internal static EcsServiceProps Props(TerraformStack stack, TargetGroup? group) => new()
    {
        Cluster = new EcsCluster(stack, "cluster", new()),
        VpcId = Vpc,
        Subnets = Subnets,
        TargetGroups = group is null ? [] : [new() { TargetGroup = group }],
        TaskDefinition = new()
        {
            Region = "eu-central-1",
            Containers = new Dictionary<string, ContainerProps> { ["app"] = new() { Image = "httpd:2.4", PortMappings = [new() { ContainerPort = 8080 }] } },
        },
    };

    private static void AddBalancer(TerraformStack stack, ApplicationListenerProps listener) => new ApplicationLoadBalancer(stack, "web", new()
    {
        Internal = true,
        Subnets = Subnets,
        SecurityGroups = [new SecurityGroup(stack, "access", new() { VpcId = Vpc })],
        Listeners = new Dictionary<string, ApplicationListenerProps> { ["http"] = listener },
    });
}
