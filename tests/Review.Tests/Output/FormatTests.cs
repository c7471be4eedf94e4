using System.Text.Json;
using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Output;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Tests.Output;

public sealed class FormatTests
{
    [Fact]
    public Task Text() => Verify(ReviewText.Of(Review()), Snapshots.Settings);

    [Fact]
    public void Text_has_colours_where_the_terminal_shows_them() =>
        Assert.StartsWith("\e[1;31mWait: ", ReviewText.Of(Review(), hasColors: true), StringComparison.Ordinal);

    [Fact]
    public Task Markdown() => Verify(ReviewMarkdown.Of(Review(), "edge-production"), "md", Snapshots.Settings);

    [Fact]
    public Task Json() => Verify(ReviewJson.Of(Review()), "json", Snapshots.Settings);

    [Fact]
    public Task Sarif() => Verify(ReviewSarif.Of(Review(), [.. PlanRules.All.Where(rule => rule.Id is "PLAN05" or "PLAN17" or "PLAN31" or "PLAN35")], "plan.json"), "json", Snapshots.Settings);

    [Fact]
    public Task Html() => Verify(ReviewHtml.Of(Review(), "edge-production"), "html", Snapshots.Settings);

    [Fact]
    public void Markup_in_a_plan_stays_text()
    {
        var review = Given.Review(Given.Changes("""{ "aws_lb.a[\"</details><script>alert(1)</script>\"]": { "actions": "update", "before": { "name": "a" }, "after": { "name": "`|<img src=x onerror=alert(1)>\n@team [x](https://e.org)\u001b[2J\u202e" } } }"""));

        Assert.DoesNotContain("<script>alert", ReviewHtml.Of(review), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", ReviewMarkdown.Of(review), StringComparison.Ordinal);
        Assert.DoesNotContain("@team", ReviewMarkdown.Of(review), StringComparison.Ordinal);
        Assert.DoesNotContain("](https:", ReviewMarkdown.Of(review), StringComparison.Ordinal);
        Assert.DoesNotContain("\e", ReviewText.Of(review), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", ReviewText.Of(review), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_cannot_end_the_hidden_marker() =>
        Assert.StartsWith("<!-- orchestrator review a___b -->\n", ReviewMarkdown.Of(Review(), "a-->b"), StringComparison.Ordinal);

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var changes = string.Join(", ", Enumerable.Range(0, 200).Select(number => $$"""{{(char)34}}aws_eip.a{{number}}": { "actions": "delete", "before": { "domain": "vpc" } }"""));

        var page = ReviewMarkdown.Of(Given.Review(Given.Changes($"{{ {changes} }}")), most: 5_000);

        Assert.Matches(@"\*\*Left out for length:\*\* \d+ findings, 1 picture|\*\*Left out for length:\*\* \d+ findings, \d+ resources", page);
    }

    [Fact]
    public void Json_says_where_nothing_changes()
    {
        using var json = JsonDocument.Parse(ReviewJson.Of(Given.Review(Given.Changes("{}"))));

        Assert.Equal("noChanges", json.RootElement.GetProperty("verdict").GetString());
    }

    /// <summary>A bit of everything: a cascade, an acknowledgement, one that is stale, a question, noise, drift, an output, a read.</summary>
    internal static PlanReview Review()
    {
        var plan = Given.Changes(
            """
            {
              "aws_eip.edge[\"a\"]": { "before": { "id": "eipalloc-1", "public_ip": "203.0.113.10" } },
              "aws_lb.edge": { "actions": "update", "before": { "arn": "arn:lb:edge", "name": "edge", "load_balancer_type": "network", "internal": false, "enable_deletion_protection": true, "subnet_mapping": [{ "subnet_id": "subnet-1", "allocation_id": "eipalloc-1" }] }, "after": { "arn": "arn:lb:edge", "name": "edge", "load_balancer_type": "network", "internal": false, "enable_deletion_protection": false, "subnet_mapping": [{ "subnet_id": "subnet-1", "allocation_id": "eipalloc-1" }] } },
              "aws_lb_listener.tcp": { "before": { "arn": "arn:l:tcp", "load_balancer_arn": "arn:lb:edge", "port": 443, "protocol": "TCP", "default_action": [{ "type": "forward", "target_group_arn": "arn:tg:alb" }] } },
              "aws_lb_target_group.alb": { "before": { "arn": "arn:tg:alb", "name": "alb", "port": 443, "protocol": "TCP", "target_type": "alb" } },
              "aws_lb_target_group_attachment.alb": { "actions": ["delete", "create"], "before": { "target_group_arn": "arn:tg:alb", "target_id": "arn:lb:web" }, "after": { "target_group_arn": "arn:tg:alb" }, "unknown": { "target_id": true }, "replace": ["target_id"] },
              "aws_lb.web": { "actions": ["delete", "create"], "before": { "arn": "arn:lb:web", "name": "web", "dns_name": "web.elb.amazonaws.com", "load_balancer_type": "application", "internal": true, "security_groups": ["sg-1"] }, "after": { "name": "web-two", "load_balancer_type": "application", "internal": true, "security_groups": ["sg-1"] }, "unknown": { "arn": true, "dns_name": true }, "replace": ["name"] },
              "aws_security_group.web": { "before": { "id": "sg-1", "name": "web" } },
              "aws_lb_listener.https": { "actions": ["delete", "create"], "before": { "arn": "arn:l:https", "load_balancer_arn": "arn:lb:web", "port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "default_action": [{ "type": "fixed-response" }] }, "after": { "port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "default_action": [{ "type": "fixed-response" }] }, "unknown": { "arn": true, "load_balancer_arn": true }, "replace": ["load_balancer_arn"] },
              "aws_lb_listener_rule.api": { "actions": ["delete", "create"], "before": { "arn": "arn:r:api", "listener_arn": "arn:l:https", "priority": 10, "condition": [{ "host_header": [{ "values": ["api.example.org"] }] }, { "path_pattern": [{ "values": ["/v1/*"] }] }], "action": [{ "type": "forward", "target_group_arn": "arn:tg:app" }] }, "after": { "priority": 10, "condition": [{ "host_header": [{ "values": ["api.example.org"] }] }, { "path_pattern": [{ "values": ["/v1/*"] }] }], "action": [{ "type": "forward", "target_group_arn": "arn:tg:app" }] }, "unknown": { "arn": true, "listener_arn": true }, "replace": ["listener_arn"] },
              "aws_lb_target_group.app": { "actions": "update", "before": { "arn": "arn:tg:app", "name": "app", "port": 8080, "protocol": "HTTP", "health_check": [{ "path": "/health", "interval": 30 }] }, "after": { "arn": "arn:tg:app", "name": "app", "port": 8080, "protocol": "HTTP", "health_check": [{ "interval": 10 }] }, "unknown": { "health_check": [{ "path": true }] } },
              "aws_ecs_service.app": { "before": { "id": "arn:s:app", "name": "app", "desired_count": 3, "load_balancer": [{ "target_group_arn": "arn:tg:app", "container_name": "app", "container_port": 8080 }] } },
              "aws_route53_record.www": { "actions": "update", "before": { "name": "www.example.org", "type": "A", "ttl": 60, "records": ["203.0.113.10"] }, "after": { "name": "www.example.org", "type": "A", "ttl": 30, "records": ["203.0.113.10"] } },
              "aws_lb_target_group.tagged": { "actions": "update", "before": { "name": "t", "tags": { "team": "a" } }, "after": { "name": "t", "tags": { "team": "b" } } }
            }
            """,
            """
            "drift": { "aws_security_group.web": { "actions": "update", "before": { "description": "a" }, "after": { "description": "b" } } },
            "plan": { "output_changes": { "url": { "actions": ["update"], "before": "https://a.example.org", "after": "https://b.example.org" } } }
            """);
        var finding = Given.Review(plan).Findings.Single(finding => finding.Rule == "PLAN17");
        IReadOnlyList<Acknowledgement> acknowledgements =
        [
            new("PLAN17", "aws_lb.edge", finding.Fingerprint, "It is retired on Friday.", Given.Today.AddDays(7)),
            new("PLAN01", "aws_eip.gone", "0123456789abcdef", "Gone.", Given.Today.AddDays(7)),
        ];
        return Given.Review(plan, acknowledgements: acknowledgements);
    }
}
