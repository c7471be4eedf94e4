using System.Text.Json.Nodes;
using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Ecs;

[Collection(nameof(Jsii))]
public sealed class EcsServiceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_service_is_made_after_the_listener_in_front_of_it_whichever_comes_first_in_the_program(bool listenerFirst)
    {
        var resources = ComposedService.Synthesize(listenerFirst, group => new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = ListenerAction.ForwardTo(group) }, service => service);

        Assert.Contains("aws_lb_listener.web_http", resources["aws_ecs_service"]!["service"]!["depends_on"]!.AsArray().Select(address => (string)address!));
        Assert.Equal("${aws_security_group.access.id}", (string?)resources["aws_vpc_security_group_ingress_rule"]!["service_tasks_tcp-8080-access"]!["referenced_security_group_id"]);
        Assert.Equal("${aws_security_group.service_tasks.id}", (string?)resources["aws_vpc_security_group_egress_rule"]!["access_tcp-8080-service_tasks"]!["referenced_security_group_id"]);
    }

    [Fact]
    public void Instances_are_opened_on_every_port_that_docker_may_choose()
    {
        var resources = Synthesized.Resources(Synthesized.Text(ManifestReaderFor("ecs-services")));

        var rule = resources["aws_vpc_security_group_ingress_rule"]!["demo-cluster_instances_instances_tcp-32768-65535-demo-alb-sg"]!;
        Assert.Equal((32768, 65535), ((int)rule["from_port"]!, (int)rule["to_port"]!));
    }

    [Fact]
    public void A_service_waits_for_the_policies_of_its_roles_and_for_the_clusters_capacity_providers()
    {
        var resources = Synthesized.Resources(Synthesized.Text(ManifestReaderFor("ecs-services")));

        Assert.Equal(
            ["aws_ecs_cluster_capacity_providers.demo-cluster", "aws_iam_role_policy.demo-orders_execution", "aws_lb_listener_rule.demo-alb_http_orders"],
            resources["aws_ecs_service"]!["demo-orders"]!["depends_on"]!.AsArray().Select(address => (string)address!));
    }

    [Fact]
    public void Instances_outlive_nothing_that_their_agent_works_by()
    {
        var resources = Synthesized.Resources(Synthesized.Text(ManifestReaderFor("ecs-services")));

        Assert.Equal(
            ["aws_iam_role_policy.demo-cluster_instances_instance", "aws_vpc_security_group_egress_rule.demo-cluster_instances_instances_https"],
            resources["aws_autoscaling_group"]!["demo-cluster_instances"]!["depends_on"]!.AsArray().Select(address => (string)address!));
    }

    [Fact]
    public void A_task_with_a_network_interface_is_started_after_the_rules_that_let_it_out()
    {
        var resources = Synthesized.Resources(Synthesized.Text(ManifestReaderFor("ecs-services")));

        Assert.Contains("aws_vpc_security_group_egress_rule.demo-worker_tasks_https", resources["aws_ecs_service"]!["demo-worker"]!["depends_on"]!.AsArray().Select(address => (string)address!));
    }

    [Theory]
    [InlineData(false, null, false, null)]
    [InlineData(true, null, false, "desired_count")]
    [InlineData(true, false, false, null)]
    [InlineData(false, true, false, "desired_count")]
    [InlineData(false, null, true, "task_definition")]
    [InlineData(true, null, true, "desired_count,task_definition")]
    public void What_others_change_is_left_alone_where_that_is_said(bool scales, bool? ignoresCount, bool ignoresTask, string? ignored)
    {
        var resources = Synthesized.Stack(stack => new EcsService(stack, "service", ComposedService.Props(stack, null) with
        {
            Scaling = scales ? new ScalingProps { MinCapacity = 1, MaxCapacity = 2 } : null,
            IgnoreDesiredCount = ignoresCount,
            IgnoreTaskDefinition = ignoresTask,
        }));

        Assert.Equal(ignored, resources["aws_ecs_service"]!["service"]!["lifecycle"] is JsonObject lifecycle ? string.Join(',', lifecycle["ignore_changes"]!.AsArray().Select(property => (string)property!)) : null);
    }

    private static Modules.Manifest.ManifestResult ManifestReaderFor(string example) => Modules.Manifest.ManifestReader.ReadFile(Repository.PathOf("examples", $"{example}.yaml"), Manifests.Today);
}
