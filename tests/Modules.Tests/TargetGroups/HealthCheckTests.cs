using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.TargetGroups;

[Collection(nameof(Jsii))]
public sealed class HealthCheckTests
{
    [Fact]
    public void Setting_one_thing_leaves_a_tcp_check_a_tcp_check()
    {
        var check = HealthCheckOf(new() { TargetType = TargetType.Ip, Protocol = TargetGroupProtocol.Tcp, Port = 443, VpcId = "vpc-0a1b2c3d4e5f60718", HealthCheck = new() { HealthyThreshold = 2 } });

        Assert.Equal("""{"enabled":true,"healthy_threshold":2,"interval":30,"protocol":"TCP","timeout":10}""", check);
    }

    [Fact]
    public void Setting_one_thing_leaves_the_check_of_a_lambda_function_off()
    {
        var check = HealthCheckOf(new() { TargetType = TargetType.Lambda, HealthCheck = new() { Path = "/health" } });

        Assert.Equal("""{"enabled":false,"interval":35,"matcher":"200","path":"/health","timeout":30}""", check);
    }

    [Fact]
    public void An_alb_is_checked_by_http()
    {
        var check = HealthCheckOf(new() { TargetType = TargetType.Alb, Port = 80, VpcId = "vpc-0a1b2c3d4e5f60718", HealthCheck = new() { Path = "/health" } });

        Assert.Equal("""{"enabled":true,"interval":30,"matcher":"200-399","path":"/health","protocol":"HTTP","timeout":6}""", check);
    }

    [Fact]
    public void The_default_timeout_is_no_longer_than_the_interval()
    {
        var check = HealthCheckOf(new() { TargetType = TargetType.Ip, Protocol = TargetGroupProtocol.Tcp, Port = 443, VpcId = "vpc-0a1b2c3d4e5f60718", HealthCheck = new() { IntervalSeconds = 5 } });

        Assert.Equal("""{"enabled":true,"interval":5,"protocol":"TCP","timeout":5}""", check);
    }

    private static string HealthCheckOf(TargetGroupProps props) =>
        Synthesized.Stack(stack => new TargetGroup(stack, "app", props))["aws_lb_target_group"]!["app"]!["health_check"]!.ToJsonString();
}
