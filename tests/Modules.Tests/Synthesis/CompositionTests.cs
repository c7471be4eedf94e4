using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Tests.Synthesis;

[Collection(nameof(Jsii))]
public sealed class CompositionTests
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    [Fact]
    public void Csharp_and_a_manifest_give_the_same_resources()
    {
        var manifest = Manifests.Read("""
            existingHostedZones:
              main: { id: Z0123456789ABCDEFGHIJ, domainName: example.com }
            securityGroups:
              access:
                ingress:
                  https: { port: 443, cidrIpv4: 203.0.113.0/24 }
              inside: {}
            certificates:
              shop: { domainName: shop.example.com, zone: main }
            instances:
              server: { instanceType: t3.micro, subnet: private-a, securityGroups: [inside] }
            targetGroups:
              app:
                targetType: instance
                port: 8080
                targets:
                  server: { instance: server }
            applicationLoadBalancers:
              web:
                internal: false
                subnets: [public-a, public-b]
                securityGroups: [access]
                listeners:
                  https:
                    port: 443
                    protocol: HTTPS
                    certificate: shop
                    defaultAction: { fixedResponse: { statusCode: 404 } }
                    rules:
                      shop: { conditions: { hosts: [shop.example.com] }, action: { forward: app } }
            records:
              shop-alias: { name: shop.example.com, zone: main, alias: { loadBalancer: web } }
            """);

        var composed = Synthesized.App(app => new Shop.ShopStack(app, "shop-test"), "shop-test");

        Assert.Equal(Synthesized.Sorted(Synthesized.Resources(Synthesized.Text(manifest))), Synthesized.Sorted(composed));
    }

    [Fact]
    public void What_breaks_rules_in_csharp_fails_the_synthesis_with_every_finding()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack =>
        {
            new TargetGroup(stack, "app", new() { TargetType = TargetType.Ip, Port = 8080, VpcId = Vpc, DeregistrationDelaySeconds = 3601 });
            new TargetGroup(stack, "api", new() { TargetType = TargetType.Ip, Port = 0, VpcId = Vpc });
        }));

        Assert.Contains("error TG052 composed/app.deregistrationDelaySeconds is out of range: got 3601, allowed 0 to 3600 seconds; use a delay that is allowed", exception.Message, StringComparison.Ordinal);
        Assert.Contains("error TG035 composed/api.port is out of range: got 0, allowed 1 to 65535; set the port that the targets serve on", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_construct_inside_another_is_named_after_both()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var shop = new global::Constructs.Construct(stack, "shop");
            new SecurityGroup(shop, "web", new() { VpcId = Vpc });
        });

        Assert.Equal("shop_web", Assert.Single(resources["aws_security_group"]!.AsObject()).Key);
        Assert.Equal("shop-web-", (string?)resources["aws_security_group"]!["shop_web"]!["name_prefix"]);
    }

    [Fact]
    public void An_id_that_terraform_does_not_accept_is_refused_at_once()
    {
        var exception = Assert.Throws<ArgumentException>(() => Synthesized.Stack(stack => new SecurityGroup(stack, "web server", new() { VpcId = Vpc })));

        Assert.StartsWith("composed/web server would be called \"web server\" in Terraform, which accepts a letter or an underscore, then letters, digits, hyphens and underscores; choose another id", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_constructs_that_would_get_one_name_fail_the_synthesis()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack =>
        {
            new SecurityGroup(stack, "shop_web", new() { VpcId = Vpc });
            new SecurityGroup(new global::Constructs.Construct(stack, "shop"), "web", new() { VpcId = Vpc });
        }));

        Assert.Contains("error ID181 composed/shop/web gets the name of another resource in Terraform: got shop_web, allowed a name that differs from that of composed/shop_web; rename one of the two", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_resource_can_be_referred_to_by_its_attribute()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var vpc = new TerraformResource(stack, "vpc", new TerraformResourceConfig { TerraformResourceType = "aws_vpc" });
            new TargetGroup(stack, "app", new() { TargetType = TargetType.Ip, Port = 8080, VpcId = vpc.GetStringAttribute("id") });
        });

        Assert.Equal("${aws_vpc.vpc.id}", (string?)resources["aws_lb_target_group"]!["app"]!["vpc_id"]);
    }

    [Fact]
    public void A_generated_name_is_the_same_whatever_else_is_in_the_stack()
    {
        var alone = Synthesized.Stack(stack => AddTargetGroup(stack));
        var afterOthers = Synthesized.Stack(stack =>
        {
            new SecurityGroup(stack, "web", new() { VpcId = new TerraformResource(stack, "other", new TerraformResourceConfig { TerraformResourceType = "aws_vpc" }).GetStringAttribute("id") });
            AddTargetGroup(stack);
        });

        Assert.Equal(NameOf(alone), NameOf(afterOthers));

        static void AddTargetGroup(TerraformStack stack)
        {
            var vpc = new TerraformResource(stack, "vpc", new TerraformResourceConfig { TerraformResourceType = "aws_vpc" });
            new TargetGroup(stack, "app", new() { TargetType = TargetType.Ip, Port = 8080, VpcId = vpc.GetStringAttribute("id") });
        }

        static string? NameOf(JsonObject resources) => (string?)resources["aws_lb_target_group"]!["app"]!["name"];
    }

    [Fact]
    public void What_is_wrong_with_a_stack_can_be_asked_before_it_is_synthesized() =>
        Assert.Equal(["TG035"], ModelWithoutPort().Check().Select(finding => finding.Rule.Id));

    [Fact]
    public void A_finding_that_somebody_answers_for_is_left_out_until_its_day()
    {
        var model = ModelWithoutPort();

        model.Suppress(new() { Rule = "TG035", Path = "own/app", Reason = "The port comes with the next release.", Expires = Manifests.Today });

        Assert.Empty(model.Check(Manifests.Today));
        Assert.Equal(["TG035", "MAN011"], model.Check(Manifests.Today.AddDays(1)).Select(finding => finding.Rule.Id));
    }

    private static StackModel ModelWithoutPort()
    {
        var stack = new TerraformStack(Testing.App(), "own");
        new TargetGroup(stack, "app", new() { TargetType = TargetType.Ip, VpcId = Vpc });
        return StackModel.Of(stack);
    }
}
