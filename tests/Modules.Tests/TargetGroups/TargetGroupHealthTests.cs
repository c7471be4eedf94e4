using System.Text.Json.Nodes;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.TargetGroups;

[Collection(nameof(Jsii))]
public sealed class TargetGroupHealthTests
{
    [Fact]
    public void A_threshold_that_is_not_set_is_written_as_AWS_has_it_so_that_the_next_plan_changes_nothing()
    {
        var health = HealthOf(new() { DnsFailover = new() { MinimumHealthyTargetsPercentage = "50" } });

        Assert.Equal(("1", "50"), ((string?)health["dns_failover"]!["minimum_healthy_targets_count"], (string?)health["dns_failover"]!["minimum_healthy_targets_percentage"]));
        Assert.Equal((1, "off"), ((int)health["unhealthy_state_routing"]!["minimum_healthy_targets_count"]!, (string?)health["unhealthy_state_routing"]!["minimum_healthy_targets_percentage"]));
    }

    private static JsonNode HealthOf(TargetGroupHealthProps health) =>
        Synthesized.Stack(stack => _ = new TargetGroup(stack, "app", new() { TargetType = TargetType.Ip, Port = 80, VpcId = "vpc-0a1b2c3d4e5f60718", TargetGroupHealth = health }))["aws_lb_target_group"]!["app"]!["target_group_health"]!;
}
