using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.SecurityGroups;

[Collection(nameof(Jsii))]
public sealed class ConnectionsTests
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    [Fact]
    public void A_connection_opens_both_groups_for_each_other()
    {
        var resources = Synthesized.Stack(stack => Make(stack, "app").Connections.AllowFrom(Make(stack, "web"), PortRange.Tcp(8080), "http"));

        var ingress = resources["aws_vpc_security_group_ingress_rule"]!["app_http-web"]!;
        Assert.Equal("${aws_security_group.web.id}", (string?)ingress["referenced_security_group_id"]);
        Assert.Equal(8080, (int?)ingress["from_port"]);
        var egress = resources["aws_vpc_security_group_egress_rule"]!["web_http-app"]!;
        Assert.Equal("${aws_security_group.app.id}", (string?)egress["referenced_security_group_id"]);
        Assert.Equal(8080, (int?)egress["to_port"]);
    }

    [Fact]
    public void From_and_to_say_the_same()
    {
        var from = Synthesized.Stack(stack =>
        {
            var (app, web) = (Make(stack, "app"), Make(stack, "web"));
            app.Connections.AllowFrom(web, PortRange.Tcp(8080), "http");
        });
        var to = Synthesized.Stack(stack =>
        {
            var (web, app) = (Make(stack, "web"), Make(stack, "app"));
            web.Connections.AllowTo(app, PortRange.Tcp(8080), "http");
        });

        Assert.Equal(Synthesized.Sorted(from), Synthesized.Sorted(to));
    }

    [Fact]
    public void An_existing_group_is_named_and_left_alone()
    {
        var resources = Synthesized.Stack(stack =>
            Make(stack, "app").Connections.AllowFrom(new Outside(new Connections([new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")])), PortRange.Tcp(8080), "http"));

        Assert.Equal("sg-0a1b2c3d4e5f60718", (string?)resources["aws_vpc_security_group_ingress_rule"]!["app_http-sg-0a1b2c3d4e5f60718"]!["referenced_security_group_id"]);
        Assert.False(resources.ContainsKey("aws_vpc_security_group_egress_rule"));
    }

    [Fact]
    public void A_group_that_is_named_by_its_expression_is_opened_too()
    {
        var resources = Synthesized.Stack(stack =>
        {
            Make(stack, "access");
            var web = new ApplicationLoadBalancer(stack, "web", new()
            {
                Internal = true,
                Subnets = [new Subnet { Id = "subnet-0a1b2c3d4e5f60001" }, new Subnet { Id = "subnet-0a1b2c3d4e5f60002" }],
                SecurityGroups = [new ExistingSecurityGroup(Expression.Of("aws_security_group.access.id"))],
            });
            Make(stack, "app").Connections.AllowFrom(web, PortRange.Tcp(8080), "http");
        });

        Assert.Equal("${aws_security_group.app.id}", (string?)resources["aws_vpc_security_group_egress_rule"]!["access_http-app"]!["referenced_security_group_id"]);
    }

    [Fact]
    public void One_more_group_at_the_other_end_renames_no_rule()
    {
        var one = Synthesized.Stack(stack => Make(stack, "app").Connections.AllowFrom(new Outside(new Connections([Make(stack, "web")])), PortRange.Tcp(8080), "http"));
        var two = Synthesized.Stack(stack => Make(stack, "app").Connections.AllowFrom(new Outside(new Connections([Make(stack, "admin"), Make(stack, "web")])), PortRange.Tcp(8080), "http"));

        Assert.Subset(NamesOf(two), NamesOf(one));

        static HashSet<string> NamesOf(JsonObject resources) => [.. resources["aws_vpc_security_group_ingress_rule"]!.AsObject().Select(rule => rule.Key)];
    }

    [Fact]
    public void An_existing_group_whose_id_is_a_token_needs_a_name()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Synthesized.Stack(stack =>
        {
            var other = new TerraformResource(stack, "other", new TerraformResourceConfig { TerraformResourceType = "aws_security_group" });
            Make(stack, "app").Connections.AllowFrom(new Outside(new Connections([new ExistingSecurityGroup(other.GetStringAttribute("id"))])), PortRange.Tcp(8080), "http");
        }));

        Assert.Equal("an existing security group whose id is a token of CDKTF needs a Name before it can be connected", exception.Message);
    }

    [Fact]
    public void Two_connections_with_the_same_ports_are_told()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack =>
        {
            var (app, web) = (Make(stack, "app"), Make(stack, "web"));
            app.Connections.AllowFrom(web, PortRange.Tcp(8080), "http");
            app.Connections.AllowFrom(web, PortRange.Tcp(8080), "api");
        }));

        Assert.Contains("SG097 composed/app.ingress.api-web", exception.Message, StringComparison.Ordinal);
    }

    private static SecurityGroup Make(TerraformStack stack, string id) => new(stack, id, new() { VpcId = Vpc });

    private sealed record Outside(Connections Connections) : IConnectable;
}
