using System.Text.Json.Nodes;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>The backends of manifests, as the real Terraform takes them.</summary>
public sealed class BackendTests : IAsyncDisposable
{
    private readonly AwsServer _server = new();
    private readonly WrittenApp _app = new();

    public ValueTask DisposeAsync()
    {
        _app.Dispose();
        return _server.DisposeAsync();
    }

    [TerraformFact]
    public void The_plan_of_an_example_reads_its_state_from_S3()
    {
        _app.Environment.AddRange([("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey), ("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey), ("AWS_PROFILE", null), ("AWS_SESSION_TOKEN", null)]);
        Synthesize("s3: { bucket: state-bucket, region: eu-west-1 }");
        _app.Scratch.Write("cdktf.out/stacks/fargate-alb-demo/test_override.tf.json", """{ "provider": { "aws": [{ "access_key": "made-up", "secret_key": "made-up", "skip_credentials_validation": true, "skip_metadata_api_check": "true", "skip_requesting_account_id": true, "skip_region_validation": true }] } }""");
        _app.Scratch.Write("backend.hcl", Endpoints());

        var result = _app.Run("plan", "--stack", "fargate-alb-demo", "--synthesized", "cdktf.out", "--backend-config", "backend.hcl");

        Assert.True(result.ExitCode is 2 or 3, result.Error);
        Assert.Contains("create aws_lb.public-ecs-service-alb", result.Output, StringComparison.Ordinal);
        Assert.Contains("HEAD /state-bucket/fargate-alb/demo/fargate-alb-demo.tfstate", _server.Calls);
        Assert.Empty(_server.BadSignatures);
    }

    [TerraformTheory]
    [InlineData("s3: { bucket: state-bucket, region: eu-west-1, kmsKeyId: 1234abcd-12ab-34cd-a6ef-1234567890ab, assumeRole: { roleArn: 'arn:aws:iam::111122223333:role/state', externalId: shop, sessionName: terraform } }", "Cannot assume IAM Role")]
    [InlineData("http: { address: 'https://127.0.0.1:1/states', lockPath: /lock, lockMethod: POST, unlockMethod: DELETE }", "https://127.0.0.1:1/states/fargate-alb-demo")]
    [InlineData("cloud: { organization: example, project: shop, hostname: 127.0.0.1:1 }", "Required token could not be found|Failed to request discovery document")]
    public void Terraform_takes_every_setting_and_then_looks_for_the_state(string backend, string complaint)
    {
        _app.Environment.AddRange([("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey), ("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey), ("AWS_PROFILE", null), ("TF_HTTP_RETRY_MAX", "0")]);
        Synthesize(backend);
        _app.Scratch.Write("backend.hcl", Endpoints().Replace("skip_credentials_validation = true", ""));

        var result = _app.Run(["plan", "--synthesized", "cdktf.out", .. backend.StartsWith("s3", StringComparison.Ordinal) ? new[] { "--backend-config", "backend.hcl" } : []]);

        Assert.Equal(1, result.ExitCode);
        var said = string.Concat(Directory.EnumerateFiles(_app.Scratch.PathOf("plans", "fargate-alb-demo"), "*.log").Select(File.ReadAllText));
        Assert.Matches(complaint, said);
        Assert.DoesNotMatch("Unsupported argument|Invalid|Missing required|deprecated", said);
    }

    private string Endpoints() => $"""
        endpoints = {"{"} s3 = "{_server.Url}", sts = "{_server.Url}" {"}"}
        use_path_style = true
        skip_credentials_validation = true
        skip_requesting_account_id = true
        skip_region_validation = true
        skip_metadata_api_check = true
        """;

    private void Synthesize(string backend)
    {
        var manifest = _app.Scratch.Write("web.yaml", $"{File.ReadAllText(Scratch.Example("fargate-alb"))}\nbackend:\n  {backend}\n");
        var result = _app.Run("synth", manifest);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.NotNull(JsonNode.Parse(_app.Scratch.Read("cdktf.out", "stacks", "fargate-alb-demo", "cdk.tf.json")));
    }
}
