namespace Orchestrator.Review.Tests.Findings;

public sealed class CascadeTests
{
    [Fact]
    public void What_hangs_on_a_replaced_load_balancer_is_folded_under_it()
    {
        var review = Given.Review(RealPlans.RecordedPlan.Text("PLAN05-renamed"));

        var finding = Assert.Single(review.Findings);
        Assert.Equal("aws_lb.web", finding.Address);
        Assert.Equal(["PLAN09 aws_lb_listener.http", "PLAN13 aws_lb_listener_rule.api", "PLAN34 aws_wafv2_web_acl_association.web"], finding.Folded.Select(folded => $"{folded.Rule} {folded.Address}"));
        Assert.All(review.Changes.Where(change => change.Address != "aws_lb.web"), change => Assert.Equal("aws_lb.web", change.Follows));
    }

    [Fact]
    public void What_is_deleted_with_its_load_balancer_is_folded_under_it()
    {
        var review = Given.Review(Given.Changes("""
            { "aws_lb.a": { "actions": "delete", "before": { "arn": "arn:lb", "load_balancer_type": "application" } },
              "aws_lb_listener.l": { "actions": "delete", "before": { "arn": "arn:l", "load_balancer_arn": "arn:lb", "port": 80 } },
              "aws_lb_listener_rule.r": { "actions": "delete", "before": { "listener_arn": "arn:l" } } }
            """));

        Assert.Equal(["aws_lb_listener.l", "aws_lb_listener_rule.r"], Assert.Single(review.Findings).Folded.Select(folded => folded.Address));
    }

    [Fact]
    public void A_listener_that_is_replaced_for_a_reason_of_its_own_is_a_finding_of_its_own()
    {
        var review = Given.Review(Given.Changes("""
            { "aws_lb.a": { "actions": ["delete", "create"], "before": { "arn": "arn:lb", "load_balancer_type": "application", "name": "a" }, "after": { "name": "b" }, "unknown": { "arn": true }, "replace": ["name"] },
              "aws_lb_listener.l": { "actions": ["delete", "create"], "before": { "load_balancer_arn": "arn:lb", "port": 80 }, "after": { "load_balancer_arn": "arn:other", "port": 80 }, "replace": ["load_balancer_arn"] } }
            """));

        Assert.Equal(["PLAN05", "PLAN09"], review.Findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("""{ "aws_lb.a": { "actions": "update", "before": { "tags": { "a": "1" }, "tags_all": { "a": "1" } }, "after": { "tags": { "a": "2" }, "tags_all": { "a": "2" } } } }""", "tags only")]
    [InlineData("""{ "aws_lb.a": { "actions": "update", "before": { "zone_id": "Z" }, "after": {}, "unknown": { "zone_id": true } } }""", "known after apply only")]
    [InlineData("""{ "aws_ecs_task_definition.a": { "actions": ["delete", "create"], "before": { "family": "a" }, "after": { "family": "a" }, "replace": ["container_definitions"] } }""", "routine task definition")]
    [InlineData("""{ "aws_ecs_service.a": { "actions": "update", "before": { "task_definition": "a:1" }, "after": { "task_definition": "a:2" } } }""", "routine task definition")]
    public void Noise_is_counted_and_not_shown(string changes, string noise)
    {
        var review = Given.Review(Given.Changes(changes));

        Assert.Equal(noise, Assert.Single(review.Changes).Noise);
        Assert.Empty(review.Findings);
    }

    [Fact]
    public void A_tag_beside_another_change_is_no_noise() =>
        Assert.Null(Assert.Single(Given.Review(Given.Changes("""{ "aws_lb.a": { "actions": "update", "before": { "tags": {}, "idle_timeout": 60 }, "after": { "tags": { "a": "b" }, "idle_timeout": 30 } } }""")).Changes).Noise);
}
