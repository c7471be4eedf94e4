using System.Text.Json.Nodes;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Ecs;

/// <summary>Deployments in which ECS moves the traffic from one target group to another.</summary>
[Collection(nameof(Jsii))]
public sealed class TrafficShiftTests
{
    private readonly JsonNode _example = Synthesized.Resources(Synthesized.Text(ManifestReader.ReadFile(Repository.PathOf("examples", "ecs-blue-green.yaml"), Manifests.Today)));

    [Fact]
    public void A_service_names_both_groups_both_rules_and_its_role()
    {
        var advanced = Advanced(_example, "shop");

        Assert.Equal(
            ("${aws_lb_target_group.shop_alternate.arn}", "${aws_lb_listener_rule.web_https_shop.arn}", "${aws_lb_listener_rule.web_test_shop.arn}", "${aws_iam_role.shop_infrastructure.arn}"),
            ((string?)advanced["alternate_target_group_arn"], (string?)advanced["production_listener_rule"], (string?)advanced["test_listener_rule"], (string?)advanced["role_arn"]));
    }

    [Fact]
    public void The_second_group_is_like_the_first_under_a_name_of_its_own()
    {
        var groups = _example["aws_lb_target_group"]!;
        var (first, second) = (groups["shop"]!.DeepClone().AsObject(), groups["shop_alternate"]!.DeepClone().AsObject());
        Assert.NotEqual((string?)first["name"], (string?)second["name"]);

        foreach (var own in new[] { "name", "//" })
        {
            first.Remove(own);
            second.Remove(own);
        }
        Assert.True(JsonNode.DeepEquals(first, second));
    }

    [Theory]
    [InlineData("aws_lb_listener_rule", "web_https_shop", "action")]
    [InlineData("aws_lb_listener_rule", "web_test_shop", "action")]
    [InlineData("aws_lb_listener", "feed_tcp", "default_action")]
    public void What_ecs_moves_is_left_as_it_is_found(string type, string name, string attribute) =>
        Assert.Equal([attribute], _example[type]![name]!["lifecycle"]!["ignore_changes"]!.AsArray().Select(ignored => (string)ignored!));

    [Theory]
    [InlineData("aws_lb_listener", "web_https")]
    [InlineData("aws_lb_listener", "web_test")]
    public void What_it_does_not_move_is_not(string type, string name) => Assert.Null(_example[type]![name]!["lifecycle"]);

    [Fact]
    public void A_rule_forwards_to_both_groups_and_a_network_listener_to_the_first()
    {
        var weights = _example["aws_lb_listener_rule"]!["web_https_shop"]!["action"]![0]!["forward"]!["target_group"]!.AsArray();

        Assert.Equal([("${aws_lb_target_group.shop.arn}", 1), ("${aws_lb_target_group.shop_alternate.arn}", 0)], weights.Select(group => ((string)group!["arn"]!, (int)group["weight"]!)));
        Assert.Equal("${aws_lb_target_group.feed.arn}", (string?)_example["aws_lb_listener"]!["feed_tcp"]!["default_action"]![0]!["target_group_arn"]);
    }

    [Fact]
    public void The_role_may_change_what_this_service_has_and_the_service_is_made_after_it()
    {
        var policy = (string)_example["aws_iam_role_policy"]!["shop_infrastructure"]!["policy"]!;

        Assert.Contains("\"Action\":\"elasticloadbalancing:ModifyRule\",\"Resource\":[${jsonencode(aws_lb_listener_rule.web_https_shop.arn)},${jsonencode(aws_lb_listener_rule.web_test_shop.arn)}]", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("ModifyListener", policy, StringComparison.Ordinal);
        Assert.Contains("ecs.amazonaws.com", (string)_example["aws_iam_role"]!["shop_infrastructure"]!["assume_role_policy"]!, StringComparison.Ordinal);
        Assert.Contains("aws_iam_role_policy.shop_infrastructure", _example["aws_ecs_service"]!["shop"]!["depends_on"]!.AsArray().Select(address => (string)address!));
    }

    [Fact]
    public void The_circuit_breaker_is_for_rolling_deployments_alone() => Assert.Null(_example["aws_ecs_service"]!["shop"]!["deployment_circuit_breaker"]);

    [Fact]
    public void Times_and_shares_are_as_written()
    {
        Assert.Equal("""{"bake_time_in_minutes":"10","strategy":"BLUE_GREEN"}""", _example["aws_ecs_service"]!["shop"]!["deployment_configuration"]!.ToJsonString());
        Assert.Equal("""{"canary_configuration":{"canary_bake_time_in_minutes":"15","canary_percent":0.5},"strategy":"CANARY"}""", _example["aws_ecs_service"]!["feed"]!["deployment_configuration"]!.ToJsonString());
    }

    [Fact]
    public void Hooks_that_ask_have_a_role_for_their_functions_and_hooks_that_wait_have_none()
    {
        var resources = Newer();
        var hooks = resources["aws_ecs_service"]!["shop"]!["deployment_configuration"]!["lifecycle_hook"]!.AsArray();

        Assert.Equal("""{"hook_target_arn":"arn:aws:lambda:eu-central-1:111122223333:function:metrics","lifecycle_stages":["PRODUCTION_TRAFFIC_SHIFT","POST_PRODUCTION_TRAFFIC_SHIFT"],"role_arn":"${aws_iam_role.shop_hooks.arn}"}""", hooks[2]!.ToJsonString());
        Assert.Equal("""{"lifecycle_stages":["PRE_PRODUCTION_TRAFFIC_SHIFT"],"target_type":"PAUSE"}""", hooks[1]!.ToJsonString());
        Assert.Equal("""{"action":"ROLLBACK","timeout_in_minutes":"30"}""", hooks[0]!["timeout_configuration"]!.ToJsonString());
        Assert.Equal("""{"url":"https://test.example.com"}""", (string?)hooks[0]!["hook_details"]);
        Assert.Contains("\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:eu-central-1:111122223333:function:metrics\"", (string)resources["aws_iam_role_policy"]!["shop_hooks"]!["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_balanced_service_comes_with_both_groups_and_its_rules()
    {
        var resources = Newer();

        Assert.Equal("${aws_lb_listener_rule.stepwise_https_all.arn}", (string?)Advanced(resources, "stepwise")["production_listener_rule"]);
        Assert.Equal(("${aws_lb_listener_rule.careful.arn}", "${aws_lb_listener_rule.careful_test.arn}"), ((string?)Advanced(resources, "careful")["production_listener_rule"], (string?)Advanced(resources, "careful")["test_listener_rule"]));
        Assert.Equal("404", (string?)resources["aws_lb_listener"]!["stepwise_https"]!["default_action"]![0]!["fixed_response"]!["status_code"]);
        Assert.NotNull(resources["aws_lb_target_group"]!["careful_alternate"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rule_is_found_whichever_comes_first_in_the_program(bool ruleFirst)
    {
        var resources = ComposedService.Synthesize(
            ruleFirst,
            group => new()
            {
                Port = 80,
                Protocol = ApplicationProtocol.Http,
                DefaultAction = ListenerAction.Respond(404),
                Rules = new Dictionary<string, ApplicationListenerRuleProps> { ["app"] = new() { Conditions = new() { Paths = ["/*"] }, Action = ListenerAction.ForwardTo(group) } },
            },
            service => service with { Deployment = new() { Strategy = DeploymentStrategy.BlueGreen, BakeMinutes = 5 } });

        Assert.Equal("${aws_lb_listener_rule.web_http_app.arn}", (string?)Advanced(resources, "service")["production_listener_rule"]);
        Assert.Equal("action", (string?)resources["aws_lb_listener_rule"]!["web_http_app"]!["lifecycle"]!["ignore_changes"]![0]);
        Assert.Contains("web_http_app", (string)resources["aws_iam_role_policy"]!["service_infrastructure"]!["policy"]!, StringComparison.Ordinal);
    }

    private static JsonNode Newer() => Synthesized.Resources(Synthesized.Text(ManifestReader.ReadFile(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform", "every-setting-newer.yaml"), Manifests.Today)));

    private static JsonNode Advanced(JsonNode resources, string service) => resources["aws_ecs_service"]![service]!["load_balancer"]![0]!["advanced_configuration"]!;
}
