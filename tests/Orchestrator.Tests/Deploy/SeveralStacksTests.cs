using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>A manifest with several stacks.</summary>
public sealed class SeveralStacksTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [TerraformFact]
    public void What_one_stack_reads_of_another_is_a_parameter_and_sets_the_order()
    {
        var result = _scratch.Run("synth", Example("fargate-alb", "network: { holds: [securityGroups] }"));

        Assert.True(result.ExitCode == 0, result.Error);
        var (main, network) = (Read("fargate-alb-demo"), Read("fargate-alb-demo-network"));
        const string Id = "aws_security_group_public-ecs-service-alb-sg_id";
        Assert.Equal(["${data.aws_ssm_parameter.aws_security_group_public-ecs-service-alb-sg_id.insecure_value}"], main["resource"]!["aws_lb"]!["public-ecs-service-alb"]!["security_groups"]!.AsArray().Select(group => (string?)group));
        Assert.Equal("/terraform/fargate-alb-demo-network/aws_security_group/public-ecs-service-alb-sg/id", (string?)main["data"]!["aws_ssm_parameter"]![Id]!["name"]);
        Assert.Equal("/terraform/fargate-alb-demo-network/aws_security_group/public-ecs-service-alb-sg/id", (string?)network["resource"]!["aws_ssm_parameter"]![Id]!["name"]);
        Assert.Equal("${aws_security_group.public-ecs-service-alb-sg.id}", (string?)network["resource"]!["aws_ssm_parameter"]![Id]!["insecure_value"]);
        Assert.Null(main["resource"]!["aws_security_group"]);
        var order = JsonNode.Parse(_scratch.Read("cdktf.out", "manifest.json"))!["stacks"]!;
        Assert.Equal("""["fargate-alb-demo-network"]""", order["fargate-alb-demo"]!["dependencies"]!.ToJsonString());
        Assert.Equal("[]", order["fargate-alb-demo-network"]!["dependencies"]!.ToJsonString());
        new TerraformDirectory(_scratch.PathOf("cdktf.out", "stacks", "fargate-alb-demo-network")).Validate();
        new TerraformDirectory(_scratch.PathOf("cdktf.out", "stacks", "fargate-alb-demo")).Validate();
    }

    [Fact]
    public void What_is_in_two_stacks_is_wired_as_if_it_were_in_one()
    {
        Assert.Equal(0, _scratch.Run("synth", Scratch.Example("ec2-pair"), "--out", "one").ExitCode);
        var result = _scratch.Run("synth", Example("ec2-pair", "network: { holds: [securityGroups] }"));

        Assert.True(result.ExitCode == 0, result.Error);
        var one = JsonNode.Parse(_scratch.Read("one", "stacks", "ec2-pair-demo", "cdk.tf.json"))!;
        var network = Read("ec2-pair-demo-network");
        foreach (var kind in new[] { "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule" })
        {
            Assert.Equal(one["resource"]![kind]!.AsObject().Select(rule => rule.Key).Order(StringComparer.Ordinal), network["resource"]![kind]!.AsObject().Select(rule => rule.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Stacks_that_need_each_other_by_what_is_wired_are_refused_with_what_it_is()
    {
        // The service registers in a group of the main stack, and the load balancer there lets out to the service's security group.
        var result = _scratch.Run("synth", Example("ecs-services", "apps: { holds: [ecsServices.sample-app] }"));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("error: the stacks need each other in a circle by what is wired between them: ecs-services-demo needs aws_security_group.sample-app_tasks of ecs-services-demo-apps, ecs-services-demo-apps needs aws_ecs_cluster.demo-cluster of ecs-services-demo; put what refers to each other into one stack\n", result.Error);
        Assert.False(Directory.Exists(_scratch.PathOf("cdktf.out")));
    }

    [Fact]
    public void Two_manifests_of_one_state_are_refused()
    {
        const string Backend = "backend: { s3: { bucket: state-bucket, key: shop.tfstate } }\n";
        var text = File.ReadAllText(Scratch.Example("fargate-alb"));
        _scratch.Write("a.yaml", $"{text}\n{Backend}");
        _scratch.Write("b.yaml", $"{text.Replace("environment: demo", "environment: test")}\n{Backend}");

        Assert.Contains("error STATE172 b.yaml:1:1: backend is the state of a stack of another manifest: got s3://state-bucket/shop.tfstate, as a.yaml, allowed a state for each stack; ", _scratch.Run("check", "a.yaml", "b.yaml").Error, StringComparison.Ordinal);
    }

    private string Example(string name, string stacks) => _scratch.Write("web.yaml", $"{File.ReadAllText(Scratch.Example(name))}\nstacks:\n  {stacks}\n");

    private JsonNode Read(string stack) => JsonNode.Parse(_scratch.Read("cdktf.out", "stacks", stack, "cdk.tf.json"))!;
}
