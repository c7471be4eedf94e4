using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Instances;

[Collection(nameof(Jsii))]
public sealed class InstanceTests
{
    private const string Parameters = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-";
    private static readonly InstanceProps Plain = new() { InstanceType = "t3.micro", Subnet = new Subnet { Id = "subnet-0a1b2c3d4e5f60001" }, SecurityGroups = [new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")] };

    [Fact]
    public void It_is_closed_unless_it_is_told_otherwise()
    {
        var instance = InstanceOf(Plain with { ImageId = "ami-0a1b2c3d4e5f60718" });

        Assert.False((bool)instance["associate_public_ip_address"]!);
        Assert.Equal("required", (string?)instance["metadata_options"]!["http_tokens"]);
        Assert.Equal(1, (int)instance["metadata_options"]!["http_put_response_hop_limit"]!);
        Assert.True((bool)instance["root_block_device"]!["encrypted"]!);
        Assert.Equal("gp3", (string?)instance["root_block_device"]!["volume_type"]);
    }

    [Theory]
    [InlineData("t3.micro", "x86_64")]
    [InlineData("m7i-flex.large", "x86_64")]
    [InlineData("g4dn.xlarge", "x86_64")]
    [InlineData("t4g.small", "arm64")]
    [InlineData("c7gn.16xlarge", "arm64")]
    [InlineData("im4gn.large", "arm64")]
    [InlineData("a1.medium", "arm64")]
    public void Unless_an_image_is_given_it_is_amazon_linux_for_the_types_architecture(string type, string architecture) =>
        Assert.Equal(Parameters + architecture, (string?)TemplateOf(Plain with { InstanceType = type })["image_id"]);

    [Fact]
    public void An_image_by_its_parameter_is_looked_up_by_EC2_so_that_a_newer_one_replaces_nothing()
    {
        var resources = Synthesized.Stack(stack => new Instance(stack, "web", Plain));

        var instance = resources["aws_instance"]!["web"]!;
        Assert.Null(instance["ami"]);
        Assert.Null(instance["root_block_device"]);
        Assert.Equal("${aws_launch_template.web.latest_version}", (string?)instance["launch_template"]!["version"]);
        var device = resources["aws_launch_template"]!["web"]!["block_device_mappings"]![0]!;
        Assert.Equal("/dev/xvda", (string?)device["device_name"]);
        Assert.Equal("true", (string?)device["ebs"]!["encrypted"]);
    }

    [Fact]
    public void It_starts_after_the_rules_that_let_it_out_but_for_those_to_what_is_made_with_it()
    {
        var resources = Synthesized.Stack(stack =>
        {
            _ = new Instance(stack, "database", Plain);
            var group = new SecurityGroup(stack, "apps", new()
            {
                VpcId = "vpc-0a1b2c3d4e5f60718",
                Description = "Applications",
                Egress = new Dictionary<string, SecurityGroupRuleProps>
                {
                    ["https"] = new() { Port = 443, CidrIpv4 = "0.0.0.0/0" },
                    ["database"] = new() { Port = 5432, CidrIpv4 = new Expression("${aws_instance.database.private_ip}/32") },
                    ["peers"] = new() { Port = 8080, Self = true },
                },
            });
            _ = new Instance(stack, "web", Plain with { SecurityGroups = [group] });
        });

        Assert.Equal(["aws_vpc_security_group_egress_rule.apps_https"], resources["aws_instance"]!["web"]!["depends_on"]!.AsArray().Select(address => (string)address!));
        Assert.Null(resources["aws_instance"]!["database"]!["depends_on"]);
    }

    [Fact]
    public void Other_user_data_replace_it_unless_it_is_told_otherwise()
    {
        Assert.True((bool)InstanceOf(Plain with { UserData = "#!/bin/sh\n" })["user_data_replace_on_change"]!);
        Assert.False((bool)InstanceOf(Plain with { UserData = "#!/bin/sh\n", UserDataReplaces = false })["user_data_replace_on_change"]!);
    }

    [Fact]
    public void A_shells_variables_stay_the_shells() =>
        Assert.Equal("echo $${HOME} %%{x}", (string?)InstanceOf(Plain with { UserData = "echo ${HOME} %{x}" })["user_data"]);

    [Fact]
    public void Its_groups_are_opened_by_wiring_whichever_is_made_first()
    {
        static Instance Make(TerraformStack stack, ISecurityGroup group) => new(stack, "app", Plain with { SecurityGroups = [group] });
        static SecurityGroup Group(TerraformStack stack, string name) => new(stack, name, new() { VpcId = "vpc-0a1b2c3d4e5f60718" });

        var first = Synthesized.Stack(stack =>
        {
            var instance = Make(stack, Group(stack, "nginx"));
            instance.Connections.AllowFrom(Group(stack, "web"), PortRange.Tcp(80), "http");
        });
        var last = Synthesized.Stack(stack =>
        {
            var web = Group(stack, "web");
            web.Connections.AllowTo(Make(stack, Group(stack, "nginx")), PortRange.Tcp(80), "http");
        });

        Assert.Equal(Synthesized.Sorted(first), Synthesized.Sorted(last));
        Assert.Equal("${aws_security_group.web.id}", (string?)first["aws_vpc_security_group_ingress_rule"]!["nginx_http-web"]!["referenced_security_group_id"]);
    }

    [Theory]
    [InlineData("aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE", "an AWS access key on its line 2")]
    [InlineData("echo -----BEGIN RSA PRIVATE KEY-----", "a private key on its line 2")]
    public void A_secret_in_user_data_is_told_by_its_kind_and_line(string line, string got)
    {
        var stack = new TerraformStack(Testing.App(), "own");
        new Instance(stack, "web", Plain with { UserData = $"#!/bin/sh\n{line}\n" });

        var finding = Assert.Single(StackModel.Of(stack).Check(Manifests.Today));

        Assert.Equal(("INST218", got), (finding.Rule.Id, finding.Got));
    }

    private static JsonNode InstanceOf(InstanceProps props) => Synthesized.Stack(stack => new Instance(stack, "web", props))["aws_instance"]!["web"]!;

    private static JsonNode TemplateOf(InstanceProps props) => Synthesized.Stack(stack => new Instance(stack, "web", props))["aws_launch_template"]!["web"]!;
}
