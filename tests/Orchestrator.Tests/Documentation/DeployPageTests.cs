using System.Text.RegularExpressions;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Documentation;

/// <summary>The commands of docs/deploy.md, one after the other, as somebody does who follows the page.</summary>
public sealed partial class DeployPageTests : IAsyncDisposable
{
    /// <summary>Terraform, but that there is no AWS to apply anything in: of the bucket's stack it leaves a state, as an apply would.</summary>
    private const string WithoutAws = """
        #!/bin/sh
        if [ "$1" != apply ]; then exec terraform "$@"; fi
        case $PWD in */terraform-state) echo '{ "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "0f0e0d0c-0000-4000-8000-000000000000", "outputs": { "kms_key_arn": { "value": "arn", "type": "string" } }, "resources": [] }' >../../../terraform.terraform-state.tfstate ;; esac
        """;

    private const string MadeUpCredentials = """{ "provider": { "aws": [{ "access_key": "made-up", "secret_key": "made-up", "skip_credentials_validation": true, "skip_metadata_api_check": "true", "skip_requesting_account_id": true, "skip_region_validation": true, "allowed_account_ids": [] }] } }""";

    private readonly AwsServer _server = new();
    private readonly Scratch _scratch = new();

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return _server.DisposeAsync();
    }

    [TerraformFact]
    public void Following_the_page_leads_from_nothing_to_an_applied_stack()
    {
        Directory.CreateDirectory(_scratch.PathOf("examples"));
        File.Copy(Scratch.Example("fargate-alb"), _scratch.PathOf("examples", "fargate-alb.yaml"));
        _scratch.Write("terraform-without-aws", WithoutAws);
        Processes.Run("chmod", ["+x", "terraform-without-aws"], _scratch.Root);
        _scratch.Write("backend.hcl", $"""
            endpoints                   = {"{"} s3 = "{_server.Url}" {"}"}
            bucket                      = "{AwsServer.Bucket}"
            region                      = "eu-west-1"
            use_path_style              = true
            skip_credentials_validation = true
            skip_requesting_account_id  = true
            skip_region_validation      = true
            skip_metadata_api_check     = true
            """);
        foreach (var stack in new[] { "state.out/stacks/terraform-state", "cdktf.out/stacks/fargate-alb-demo" })
        {
            _scratch.Write($"{stack}/test_override.tf.json", MadeUpCredentials);
        }
        (string, string?)[] environment =
        [
            ("TERRAFORM_BINARY_NAME", _scratch.PathOf("terraform-without-aws")),
            ("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey),
            ("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey),
            ("AWS_SESSION_TOKEN", null),
            ("AWS_PROFILE", null),
            ("TF_WORKSPACE", null),
        ];

        var exitCodes = new List<int>();
        foreach (var line in FencedCommand().Matches(File.ReadAllText(Repository.PathOf("docs", "deploy.md"))).Select(match => match.Groups["line"].Value))
        {
            // What stands for S3 here is on loopback.
            var result = _scratch.RunWith(environment, [.. line.Split(' ')[1..], .. line.Contains("--migrate", StringComparison.Ordinal) ? new[] { "--backend-config", "backend.hcl" } : []]);
            Assert.True(result.ExitCode is 0 or 2, $"{line}: {result.Output}{result.Error}");
            exitCodes.Add(result.ExitCode);
        }

        Assert.Equal([0, 2, 0, 0, 0, 2, 0], exitCodes);
        Assert.Contains("terraform-state.tfstate", _server.Objects.Keys);
    }

    [GeneratedRegex("^(?<line>\\./orchestrator.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FencedCommand();
}
