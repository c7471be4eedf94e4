using System.Text.Json.Nodes;
using FsCheck.Fluent;
using HashiCorp.Cdktf;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.TargetGroups;

[Collection(nameof(Jsii))]
public sealed class TargetWiringTests
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";
    private static readonly Subnet[] Subnets = [new() { Id = "subnet-0a1b2c3d4e5f60001" }, new() { Id = "subnet-0a1b2c3d4e5f60002" }];

    [Fact]
    public void A_load_balancer_reaches_the_targets_that_it_forwards_to_and_nothing_else()
    {
        var resources = Synthesized.Stack(stack => Compose(stack, new() { TargetType = TargetType.Ip, Port = 8080, VpcId = Vpc }));

        Assert.Equal(["app_tcp-8080-web"], NamesOf(resources, "ingress"));
        Assert.Equal(["web_tcp-8080-app"], NamesOf(resources, "egress"));
    }

    [Fact]
    public void It_does_not_matter_whether_the_target_or_the_listener_comes_first()
    {
        var targetFirst = Synthesized.Stack(stack =>
        {
            var (web, app, group) = Parts(stack);
            group.AddTarget(app);
            Listen(stack, web, group);
        });
        var listenerFirst = Synthesized.Stack(stack =>
        {
            var (web, app, group) = Parts(stack);
            Listen(stack, web, group);
            group.AddTarget(app);
        });

        Assert.Equal(Synthesized.Sorted(targetFirst), Synthesized.Sorted(listenerFirst));
    }

    [Fact]
    public void No_order_of_targets_listeners_and_rules_makes_a_difference()
    {
        var expected = Synthesized.Sorted(Wired([0, 1, 2, 3, 4])).ToList();

        Prop.ForAll(Gen.Shuffle<int>([0, 1, 2, 3, 4]).ToArbitrary(), order => expected.SequenceEqual(Synthesized.Sorted(Wired(order)))).Hold(cases: 15);
    }

    [Fact]
    public void A_health_check_on_another_port_reaches_the_target_too()
    {
        var resources = Synthesized.Stack(stack => Compose(stack, new() { TargetType = TargetType.Ip, Port = 8080, VpcId = Vpc, HealthCheck = new() { Port = "9090" } }));

        Assert.Equal(["app_tcp-8080-web", "app_tcp-9090-web"], NamesOf(resources, "ingress"));
    }

    [Fact]
    public void A_target_with_a_port_of_its_own_is_opened_there()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var (web, app, group) = Parts(stack);
            group.AddTarget(app, 8081);
            Listen(stack, web, group);
        });

        Assert.Equal(["app_tcp-8081-web"], NamesOf(resources, "ingress"));
    }

    [Fact]
    public void Two_groups_on_one_port_open_it_once()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var (web, app, blue) = Parts(stack);
            var green = new TargetGroup(stack, "green", new() { TargetType = TargetType.Ip, Port = 8080, VpcId = Vpc });
            blue.AddTarget(app);
            green.AddTarget(app);
            var listener = Listen(stack, web, blue);
            listener.AddRule("green", new() { Conditions = new() { Paths = ["/green"] }, Action = ListenerAction.ForwardTo(green) });
        });

        Assert.Equal(["app_tcp-8080-web"], NamesOf(resources, "ingress"));
    }

    [Fact]
    public void A_rule_that_says_the_same_already_is_not_repeated()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var web = new SecurityGroup(stack, "web", new() { VpcId = Vpc });
            var app = new SecurityGroup(stack, "app", new()
            {
                VpcId = Vpc,
                Ingress = new Dictionary<string, SecurityGroupRuleProps> { ["requests"] = new() { Port = 8080, SecurityGroup = web } },
            });
            var group = new TargetGroup(stack, "group", new() { TargetType = TargetType.Ip, Port = 8080, VpcId = Vpc });
            group.AddTarget(app);
            Listen(stack, web, group);
        });

        Assert.Equal(["app_requests"], NamesOf(resources, "ingress"));
        Assert.Equal(["web_tcp-8080-app"], NamesOf(resources, "egress"));
    }

    [Fact]
    public void Targets_of_udp_are_checked_over_tcp()
    {
        var manifest = Manifests.Read("""
            securityGroups:
              edge: {}
              dns: {}
            instances:
              server: { instanceType: t3.micro, subnet: private-a, securityGroups: [dns] }
            targetGroups:
              dns: { targetType: instance, protocol: UDP, port: 53, targets: { server: { instance: server } } }
            networkLoadBalancers:
              edge:
                internal: false
                subnetMappings: { a: { subnet: public-a } }
                securityGroups: [edge]
                crossZone: true
                listeners:
                  dns: { port: 53, protocol: UDP, forward: dns }
            """);

        Assert.Equal(["dns_tcp-53-edge", "dns_udp-53-edge"], NamesOf(Synthesized.Resources(Synthesized.Text(manifest)), "ingress"));
    }

    /// <summary>Two load balancers, two groups and their targets, put together in some order.</summary>
    private static JsonObject Wired(IEnumerable<int> order) => Synthesized.Stack(stack =>
    {
        var (web, app, blue) = Parts(stack);
        var admin = new SecurityGroup(stack, "admin", new() { VpcId = Vpc });
        var green = new TargetGroup(stack, "green", new() { TargetType = TargetType.Ip, Port = 9090, VpcId = Vpc });
        var listener = Listen(stack, web, null);
        Action[] steps =
        [
            () => blue.AddTarget(app),
            () => green.AddTarget(app, 9091),
            () => listener.AddRule("blue", new() { Conditions = new() { Paths = ["/blue"] }, Action = ListenerAction.ForwardTo(blue) }),
            () => listener.AddRule("green", new() { Conditions = new() { Paths = ["/green"] }, Action = ListenerAction.ForwardTo(green) }),
            () => app.Connections.AllowFrom(admin, PortRange.Tcp(22), "ssh"),
        ];
        foreach (var step in order)
        {
            steps[step]();
        }
    });

    private static void Compose(TerraformStack stack, TargetGroupProps props)
    {
        var (web, app) = (new SecurityGroup(stack, "web", new() { VpcId = Vpc }), new SecurityGroup(stack, "app", new() { VpcId = Vpc }));
        var group = new TargetGroup(stack, "group", props);
        group.AddTarget(app);
        Listen(stack, web, group);
    }

    private static (SecurityGroup Web, SecurityGroup App, TargetGroup Group) Parts(TerraformStack stack) =>
        (new(stack, "web", new() { VpcId = Vpc }), new(stack, "app", new() { VpcId = Vpc }), new(stack, "group", new() { TargetType = TargetType.Ip, Port = 8080, VpcId = Vpc }));

    private static ApplicationListener Listen(TerraformStack stack, SecurityGroup access, TargetGroup? group) =>
        new ApplicationLoadBalancer(stack, "balancer", new() { Internal = true, Subnets = Subnets, SecurityGroups = [access] })
            .AddListener("http", new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = group is null ? ListenerAction.Respond(404) : ListenerAction.ForwardTo(group) });

    private static string[] NamesOf(JsonObject resources, string direction) =>
        [.. resources[$"aws_vpc_security_group_{direction}_rule"]!.AsObject().Select(rule => rule.Key).Order(StringComparer.Ordinal)];
}
