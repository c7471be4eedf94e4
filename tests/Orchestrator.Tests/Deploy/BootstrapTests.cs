using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

public sealed class BootstrapTests : IDisposable
{
    private static readonly string[] Command = ["state", "bootstrap", "--bucket", AwsServer.Bucket, "--region", "eu-west-1", "--account-id", "111122223333", "--github", "example/shop"];
    private readonly Scratch _scratch = new();

    private string Stack => _scratch.PathOf("state.out", "stacks", "terraform-state");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task It_writes_the_stack_of_the_bucket()
    {
        var result = _scratch.Run(Command);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Verify(File.ReadAllText(Path.Combine(Stack, "cdk.tf.json")), "json", Snapshots.Settings);
    }

    [TerraformFact]
    public void A_second_bucket_has_names_of_its_own_and_uses_the_accounts_provider()
    {
        const string Provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/example";

        var result = _scratch.Run([.. Command, "--prefix", "billing", "--github-provider-arn", Provider]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var resources = JsonNode.Parse(File.ReadAllText(Path.Combine(Stack, "cdk.tf.json")))!["resource"]!.AsObject();
        Assert.False(resources.ContainsKey("aws_iam_openid_connect_provider"));
        Assert.Equal(["billing-apply", "billing-plan"], resources["aws_iam_role"]!.AsObject().Select(role => (string?)role.Value!["name"]).Order(StringComparer.Ordinal));
        Assert.Equal(["billing-state-apply", "billing-state-plan"], resources["aws_iam_policy"]!.AsObject().Select(policy => (string?)policy.Value!["name"]).Order(StringComparer.Ordinal));
        Assert.Equal("alias/billing-state", (string?)resources["aws_kms_alias"]!["state"]!["name"]);
        Assert.All(resources["aws_iam_role"]!.AsObject(), role =>
        {
            var statement = JsonNode.Parse((string)role.Value!["assume_role_policy"]!)!["Statement"]![0]!;
            Assert.Equal(Provider, (string?)statement["Principal"]!["Federated"]);
            Assert.Equal("sts.amazonaws.com", (string?)statement["Condition"]!["StringEquals"]!["token.actions.githubusercontent.com/example:aud"]);
        });
        new TerraformDirectory(Stack).Validate();
    }

    [Theory]
    [InlineData("--github-provider-arn is a provider of the account in --account-id, 111122223333: got arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com.", "--github-provider-arn", "arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com")]
    [InlineData("--github-provider-arn is the ARN of an IAM OpenID Connect provider of GitHub such as arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com: got github.", "--github-provider-arn", "github")]
    [InlineData("--prefix is 1 to 32 letters, digits, hyphens and underscores, a letter first, and not aws: got 1st.", "--prefix", "1st")]
    public void A_mistake_in_what_the_account_has_is_told(string says, params string[] arguments) =>
        Assert.Contains($"error: {says} See orchestrator state bootstrap --help.\n", _scratch.Run([.. Command, .. arguments]).Error, StringComparison.Ordinal);

    [TerraformFact]
    public async Task Its_own_state_moves_into_the_bucket_once()
    {
        // There is no AWS to make the bucket in: the state is one that something else has left.
        await using var server = new AwsServer();
        File.WriteAllText(_scratch.PathOf("terraform.terraform-state.tfstate"), """{ "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "0f0e0d0c-0000-4000-8000-000000000000", "outputs": { "made": { "value": "once", "type": "string" } }, "resources": [] }""");
        _scratch.Write("backend.hcl", $"""
            endpoints                   = {"{"} s3 = "{server.Url}" {"}"}
            use_path_style              = true
            skip_credentials_validation = true
            skip_requesting_account_id  = true
            skip_region_validation      = true
            skip_metadata_api_check     = true
            """);
        (string, string?)[] credentials = [("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey), ("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey), ("AWS_SESSION_TOKEN", null), ("AWS_PROFILE", null)];

        var moved = _scratch.RunWith(credentials, [.. Command, "--migrate", "--backend-config", "backend.hcl"]);

        Assert.Equal((0, ""), (moved.ExitCode, moved.Error));
        Assert.StartsWith("the state of terraform-state is in the bucket now; ", moved.Output, StringComparison.Ordinal);
        var state = JsonNode.Parse(Encoding.UTF8.GetString(server.Objects["terraform-state.tfstate"].Content))!;
        Assert.Equal("once", (string?)state["outputs"]!["made"]!["value"]);
        Assert.Equal(0, _scratch.RunWith(credentials, [.. Command, "--migrate", "--backend-config", "backend.hcl"]).ExitCode);
        Assert.Empty(server.BadSignatures);
    }

    [Fact]
    public void Who_applies_is_a_job_of_one_environment_on_one_branch()
    {
        var result = _scratch.Run([.. Command, "--environment", "live", "--branch", "release/1"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var roles = JsonNode.Parse(File.ReadAllText(Path.Combine(Stack, "cdk.tf.json")))!["resource"]!["aws_iam_role"]!;
        var policy = (string)roles["state_apply"]!["assume_role_policy"]!;
        Assert.Contains("\"token.actions.githubusercontent.com:sub\":\"repo:example/shop:environment:live\"", policy, StringComparison.Ordinal);
        Assert.Contains("\"token.actions.githubusercontent.com:ref\":\"refs/heads/release/1\"", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--branch", "*")]
    [InlineData("--branch", "main\n")]
    [InlineData("--environment", "a:b")]
    [InlineData("--environment", "*")]
    public void Who_applies_is_named_without_wildcards(string option, string value) => Assert.StartsWith($"error: {option} is ", _scratch.Run([.. Command, option, value]).Error, StringComparison.Ordinal);

    [Fact]
    public void Mistakes_in_the_arguments_are_told_all_at_once() =>
        Assert.Equal(
            """
            error: --bucket is 3 to 63 lower-case letters, digits, hyphens and dots, a letter or digit at either end: got State. See orchestrator state bootstrap --help.
            error: --region is a region's code such as eu-central-1: got Frankfurt. See orchestrator state bootstrap --help.
            error: --account-id is 12 digits: got 1. See orchestrator state bootstrap --help.
            error: --github is OWNER/NAME as GitHub has it: got shop. See orchestrator state bootstrap --help.

            """,
            _scratch.Run("state", "bootstrap", "--bucket", "State", "--region", "Frankfurt", "--account-id", "1", "--github", "shop").Error);

    [TerraformFact]
    public void There_must_be_a_state_to_move() =>
        Assert.Matches("^error: there is no state to move: .*/terraform.terraform-state.tfstate does not exist; plan and apply the stack first\n$", _scratch.Run([.. Command, "--migrate"]).Error);
}
