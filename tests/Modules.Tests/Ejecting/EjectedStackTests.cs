using System.Text.Json.Nodes;
using Orchestrator.Modules.Ejecting;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Ejecting;

[Collection(nameof(Jsii))]
public sealed class EjectedStackTests
{
    /// <summary>What the plan over an applied state in tests/Modules.Tests/Changes leaves out: every block at the top of a configuration, and where each stands.</summary>
    [Fact]
    public Task Each_block_has_a_file() => Verify(
        string.Concat(EjectedStack.Files(JsonNode.Parse(Configuration)!.AsObject()).Select(file => $"--- {file.Key}\n{file.Value}")),
        Snapshots.Settings);

    [Theory]
    [InlineData("s3: { bucket: state, region: eu-central-1, assumeRole: { roleArn: \"arn:aws:iam::123456789012:role/state\" } }", "backend \"s3\" {")]
    [InlineData("cloud: { organization: example, project: shops }", "workspaces {")]
    [InlineData("http: { address: \"https://state.example.com\" }", "backend \"http\" {")]
    public void Every_backend_can_be_written(string backend, string expected)
    {
        var manifest = Manifests.Read($"backend:\n  {backend}\n");
        Assert.False(manifest.HasErrors, string.Join('\n', Manifests.Lines(manifest)));

        var file = EjectedStack.Files(JsonNode.Parse(Synthesized.Text(manifest))!.AsObject())["backend.tf"];

        Assert.Contains(expected, file, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_newer_provider_plans_can_be_written()
    {
        var manifest = Manifests.ReadWhole(File.ReadAllText(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform", "every-setting-newer.yaml")));

        Assert.NotEmpty(EjectedStack.Files(JsonNode.Parse(Synthesized.Text(manifest))!.AsObject()));
    }

    [Fact]
    public void A_block_that_has_no_file_is_refused() =>
        Assert.Contains("check", Assert.Throws<ArgumentException>(() => EjectedStack.Files(new JsonObject { ["check"] = new JsonArray() })).Message, StringComparison.Ordinal);

    private const string Configuration = """
        {
          "//": { "metadata": { "stackName": "shop-test" } },
          "terraform": { "required_version": ">= 1.10.0", "required_providers": { "aws": { "source": "hashicorp/aws", "version": ">= 5.100.0, < 7.0.0" } }, "cloud": { "organization": "example", "workspaces": { "name": "shop-test" } } },
          "provider": { "aws": [{ "region": "eu-central-1", "allowed_account_ids": ["123456789012"], "default_tags": [{ "tags": { "app": "shop" } }] }] },
          "moved": [{ "from": "module.alb.aws_lb.this[0]", "to": "aws_lb.web" }],
          "import": [{ "to": "aws_lb_listener.web_http", "id": "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/web/0a1b2c3d4e5f6071/1a1b2c3d4e5f6071" }],
          "removed": [{ "from": "module.vpc.aws_vpc.this", "lifecycle": { "destroy": false } }],
          "variable": { "secret": { "type": "string", "sensitive": true } },
          "output": { "web_arn": { "description": "Not ${an.expression}.", "value": "${aws_lb.web.arn}" } },
          "data": { "aws_ssm_parameter": { "aws_lb_other_arn": { "name": "/terraform/other/arn" } } },
          "resource": {
            "aws_lb": { "web": { "//": { "metadata": { "path": "shop-test/applicationLoadBalancers/web/_resource" } }, "name": "web", "tags": { "literal": "$${kept}", "a b": "c" } } },
            "aws_lb_listener": { "web_http": { "//": { "metadata": { "path": "shop-test/applicationLoadBalancers/_web/http" } }, "port": 80, "default_action": [{ "type": "forward", "target_group_arn": "${data.aws_ssm_parameter.aws_lb_other_arn.insecure_value}" }] } },
            "aws_lb_target_group": { "app": { "//": { "metadata": { "path": "shop-test/targetGroups/app" } }, "port": 80, "lifecycle": { "ignore_changes": ["tags"] }, "depends_on": ["aws_lb.web"] } },
            "aws_ssm_parameter": { "aws_lb_web_arn": { "name": "/terraform/shop-test/arn", "insecure_value": "${aws_lb.web.arn}" } }
          }
        }
        """;
}
