using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>What a machine may lack: each is told in a line.</summary>
public sealed class BadSurroundingsTests : IDisposable
{
    private const string Data = """{ "resource": { "terraform_data": { "a": { "input": "1" } } } }""";
    private readonly WrittenApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void No_terraform()
    {
        _app.Environment.Add(("TERRAFORM_BINARY_NAME", "terraform-of-nobody"));

        Assert.Equal((1, "error: terraform-of-nobody is not installed: version 1.10 or newer is needed to plan and to apply; get it from https://developer.hashicorp.com/terraform/install, or name another program with --terraform or TERRAFORM_BINARY_NAME\n"), (_app.Plan().ExitCode, _app.Plan().Error));
    }

    [Theory]
    [InlineData("Terraform v1.9.8", "is Terraform 1.9.8 and too old: 1.10 or newer is needed, the first that locks a state in S3 without a table of DynamoDB; get it from https://developer.hashicorp.com/terraform/install")]
    [InlineData("Packer v1.11.0", "is neither Terraform nor OpenTofu: .* version does not say so; name another program with --terraform or TERRAFORM_BINARY_NAME")]
    public void A_terraform_that_will_not_do(string says, string message)
    {
        var program = Script("program", $"echo '{says}'");

        Assert.Matches($"^error: .*/program {message}\n$", _app.Plan("--terraform", program).Error);
    }

    [TerraformFact]
    public void Another_program_can_be_named_by_the_option_and_by_the_variable_of_cdktf()
    {
        // OpenTofu is not installed where the tests run: it is Terraform under another name and with another introduction.
        var program = Script("tofu", "if [ \"$1\" = version ]; then echo 'OpenTofu v1.11.0'; else exec terraform \"$@\"; fi");
        _app.Stack("web", Data);

        Assert.Equal(2, _app.Plan("--terraform", program).ExitCode);
        Assert.Equal("OpenTofu 1.11.0", (string?)System.Text.Json.Nodes.JsonNode.Parse(_app.Scratch.Read("plans/web/manifest.json"))!["program"]);
        Assert.Equal("error: web was planned by OpenTofu 1.11.0, and this is Terraform 1.11.4: apply with the same, or plan and review again\nerror: nothing is applied\n", _app.Apply().Error.Replace(Installed, "1.11.4"));
        _app.Environment.Add(("TERRAFORM_BINARY_NAME", program));
        Assert.Equal(0, _app.Apply().ExitCode);
    }

    [TerraformFact]
    public void A_health_check_that_the_provider_refuses_to_plan()
    {
        // What provider 5.100 says over the state of an HTTP check; a state in AWS is needed to have it say so.
        File.WriteAllText(_app.Scratch.PathOf("refusal.txt"), """
            ╷
            │ Error: Invalid Attribute Combination
            │ 
            │ Attribute "health_check[0].matcher" cannot be specified when
            │ "health_check[0].protocol" is "TCP".
            │ 
            │ Path: health_check[0].matcher
            │ 
            │   with aws_lb_target_group.edge,
            │   on cdk.tf.json line 12, in resource.aws_lb_target_group.edge.health_check:
            │   12:       }
            │ 
            ╵
            """);
        var program = Script("program", $"if [ \"$1\" = plan ]; then cat {_app.Scratch.PathOf("refusal.txt")} >&2; exit 1; else exec terraform \"$@\"; fi");
        _app.Stack("web", Data);

        Assert.Contains("the health check of aws_lb_target_group.edge cannot go from requests to TCP in place", _app.Plan("--terraform", program).Error);
    }

    [TerraformFact]
    public void No_network_and_no_mirror()
    {
        Directory.CreateDirectory(_app.Scratch.PathOf("empty"));
        _app.Environment.AddRange([("ORCHESTRATOR_PROVIDER_MIRROR", "empty"), ("HTTPS_PROXY", "http://127.0.0.1:1"), ("TF_REGISTRY_DISCOVERY_RETRY", "0"), ("TF_CLI_CONFIG_FILE", null)]);
        _app.Stack("web", """{ "provider": { "aws": {} } }""");

        Assert.Matches("^error: web: no provider registry can be reached, and no mirror on this machine has the providers: connect to a network, or name a mirror in ORCHESTRATOR_PROVIDER_MIRROR \\(Failed to query available provider packages: .*\\)\n$", _app.Plan().Error);
    }

    [TerraformFact]
    public void A_mirror_is_used_where_there_is_no_network()
    {
        _app.Environment.AddRange([("HTTPS_PROXY", "http://127.0.0.1:1"), ("TF_REGISTRY_DISCOVERY_RETRY", "0"), ("TF_CLI_CONFIG_FILE", "missing.tfrc")]);
        _app.Stack("web", """{ "provider": { "aws": { "region": "eu-central-1" } }, "resource": { "terraform_data": { "a": { "input": "1" } } } }""");

        var result = _app.Plan();

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        var record = System.Text.Json.Nodes.JsonNode.Parse(_app.Scratch.Read("plans/web/manifest.json"))!;
        Assert.Equal(["registry.terraform.io/hashicorp/aws"], record["providers"]!.AsObject().Select(provider => provider.Key));
        Assert.Contains("configuration/.terraform.lock.hcl", record["hashes"]!.AsObject().Select(hash => hash.Key));
    }

    [FullDiskFact]
    public void A_disk_that_is_full()
    {
        _app.Stack("web", """{ "resource": { "terraform_data": { "a": { "input": "1" } } } }""");
        Directory.CreateDirectory(_app.Scratch.PathOf("plans"));

        var result = FullDiskFactAttribute.RunOn("plans", 12, _app.Scratch, "plan", "--synthesized", WrittenApp.Directory);

        Assert.Equal((1, "error: web: the disk is full: make room, then run the same command again\n"), (result.ExitCode, result.Error));
        Assert.Equal(2, _app.Plan().ExitCode);
    }

    private static string Installed { get; } = System.Text.Json.Nodes.JsonNode.Parse(Processes.Run("terraform", ["version", "-json"], AppContext.BaseDirectory).Output)!["terraform_version"]!.GetValue<string>();

    private string Script(string name, string text)
    {
        _app.Scratch.Write(name, $"#!/bin/sh\n{text}\n");
        Processes.Run("chmod", ["+x", name], _app.Scratch.Root);
        return _app.Scratch.PathOf(name);
    }
}
