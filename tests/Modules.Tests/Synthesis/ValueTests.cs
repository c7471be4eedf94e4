using HashiCorp.Cdktf;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Synthesis;

[Collection(nameof(Jsii))]
public sealed class ValueTests
{
    [Fact]
    public void Expressions_of_every_kind_arrive_as_expressions()
    {
        var resources = Synthesized.Stack(stack => new TargetGroup(stack, "app", new()
        {
            TargetType = Expression.Of("var.target_type"),
            Protocol = TargetGroupProtocol.Tcp,
            Port = Expression.Of("var.port"),
            VpcId = Expression.Of("var.vpc_id"),
            ProxyProtocolV2 = Expression.Of("var.proxy_protocol"),
            PreserveClientIp = Expression.Of("var.preserve_client_ip"),
            DeregistrationDelaySeconds = Expression.Of("var.delay"),
            Tags = new Dictionary<string, Value<string>> { ["owner"] = Expression.Of("var.owner") },
        }));

        var group = resources["aws_lb_target_group"]!["app"]!;
        Assert.Equal("${var.target_type}", (string?)group["target_type"]);
        Assert.Equal("${var.port}", (string?)group["port"]);
        Assert.Equal("${var.target_type == \"lambda\" ? null : var.vpc_id}", (string?)group["vpc_id"]);
        Assert.Equal("${var.proxy_protocol}", (string?)group["proxy_protocol_v2"]);
        Assert.Equal("${var.preserve_client_ip}", (string?)group["preserve_client_ip"]);
        Assert.Equal("${var.delay}", (string?)group["deregistration_delay"]);
        Assert.Equal("${var.owner}", (string?)group["tags"]!["owner"]);
    }

    [Fact]
    public void A_literal_that_looks_like_an_expression_stays_a_literal()
    {
        var manifest = Manifests.Read("""
            tags: { note: "$${not.an.expression} and %{ if }" }
            targetGroups:
              app: { targetType: ip, port: 80 }
            """);

        Assert.Contains("\"note\": \"$${not.an.expression} and %%{ if }\"", Synthesized.Text(manifest), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_known_is_not_accused()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var group = new SecurityGroup(stack, "access", new() { VpcId = Expression.Of("var.vpc_id"), Description = Expression.Of("var.description") });
            new ApplicationLoadBalancer(stack, "web", new()
            {
                Name = Expression.Of("var.name"),
                Internal = Expression.Of("var.internal"),
                IdleTimeoutSeconds = Expression.Of("var.idle_timeout"),
                Subnets = [new Subnet { Id = Expression.Of("var.subnet_ids[0]") }, new Subnet { Id = Expression.Of("var.subnet_ids[1]") }],
                SecurityGroups = [group],
            });
        });

        Assert.Equal("${var.internal}", (string?)resources["aws_lb"]!["web"]!["internal"]);
        Assert.Equal("${var.idle_timeout}", (string?)resources["aws_lb"]!["web"]!["idle_timeout"]);
    }

    [Fact]
    public void A_string_with_a_token_counts_as_an_expression()
    {
        var stack = new TerraformStack(Testing.App(), "tokens");

        Value<string> value = new TerraformVariable(stack, "name", new TerraformVariableConfig()).StringValue;

        Assert.False(value.IsLiteral);
    }

    [Fact]
    public void A_list_may_be_one_expression()
    {
        ValueList<string> list = Expression.Of("var.names");

        Assert.Equal("${var.names}", list.Expression!.Template);
        Assert.Empty(list);
    }

    [Fact]
    public void A_list_may_mix_literals_and_expressions()
    {
        ValueList<string> list = ["literal", Expression.Of("var.name")];

        Assert.Equal(["literal", "${var.name}"], list.Select(value => value.ToString()));
    }
}
