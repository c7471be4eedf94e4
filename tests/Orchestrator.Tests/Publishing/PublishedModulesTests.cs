using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>What is published, as the real Terraform and the real provider see it.</summary>
public sealed class PublishedModulesTests(PublishedModules modules) : IClassFixture<PublishedModules>
{
    private const string Provider = """
        terraform {
          required_providers {
            aws = {
              source = "hashicorp/aws"
            }
          }
        }

        provider "aws" {
          region = "eu-central-1"
        }

        """;

    public static TheoryData<string> Names => [.. PublishedModules.Names];

    [TerraformFact]
    public void The_hcl_is_as_terraform_fmt_leaves_it() => new TerraformDirectory(modules.Beside("fmt")).Run("fmt", "-check", "-diff", "-recursive", "-no-color", modules.Root);

    [TerraformFact]
    public void Both_syntaxes_of_a_module_plan_the_same()
    {
        var (json, hcl) = (Plan("json"), Plan("hcl"));

        Assert.Equal(json, hcl);
        Assert.True(hcl.Count >= 2 * PublishedModules.Names.Count);
    }

    [TerraformFact]
    public void Callers_use_count_for_each_depends_on_and_provider_aliases()
    {
        var directory = modules.Beside("consumers");
        File.Copy(Repository.PathOf("tests", "Orchestrator.Tests", "Publishing", "consumers.tf"), Path.Combine(directory, "main.tf"));

        var plan = new TerraformDirectory(directory).Plan();

        Assert.All(plan, change => Assert.Equal("create", change.Value));
        Assert.Superset(
            new HashSet<string>
            {
                "module.groups[\"app\"].aws_security_group.this",
                "module.groups[\"app\"].aws_vpc_security_group_ingress_rule.this[\"http\"]",
                "module.group[0].aws_lb_target_group.this",
                "module.group[1].aws_lb_target_group.this",
                "module.elsewhere.aws_lb.this",
                "module.elsewhere.aws_lb_listener.this[\"http\"]",
                "module.elsewhere.aws_lb_listener_rule.this[\"http/api\"]",
                "module.records.aws_route53_record.this[\"www\"]",
            },
            plan.Keys.ToHashSet());
    }

    [TerraformTheory]
    [MemberData(nameof(Names))]
    public void The_tests_that_a_module_brings_with_it_pass(string name)
    {
        var directory = Copy(name, "tests");
        // The other file is tried below without the provider, which it does not need.
        File.Delete(Path.Combine(directory, "validations.tftest.hcl"));

        RunTests(directory);
    }

    [TerraformTheory]
    [MemberData(nameof(Names))]
    public void Every_validation_of_a_module_refuses_what_it_is_for(string name)
    {
        var directory = modules.Beside(Path.Combine("validations", name, "tests"));
        var code = modules.Beside(Path.Combine("validations", name, "hcl"));
        File.Copy(Path.Combine(modules.Root, name, "hcl", "variables.tf"), Path.Combine(code, "variables.tf"));
        File.WriteAllText(Path.Combine(directory, "main.tf"), "locals {}\n");
        File.WriteAllText(
            Path.Combine(directory, "validations.tftest.hcl"),
            File.ReadAllText(Path.Combine(modules.Root, name, "tests", "validations.tftest.hcl")).Replace("mock_provider \"aws\" {}\n", "", StringComparison.Ordinal));

        var output = RunTests(directory);

        Assert.DoesNotContain("Success! 0 passed", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_module_is_what_was_approved(string name) => Verify(File.ReadAllText(Path.Combine(modules.Root, name, "hcl", "main.tf")), Snapshots.Settings).UseParameters(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_has_no_provider_no_backend_and_no_trace_of_cdktf(string name)
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(modules.Root, name, "json")).Select(File.ReadAllText));

        Assert.DoesNotContain("\"provider\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("\"backend\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("\"//\"", code, StringComparison.Ordinal);
        Assert.DoesNotMatch("Each[0-9]+(Key|Item)", code);
        Assert.DoesNotContain("TfToken", code, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_variable_and_output_of_a_module_is_described_and_every_variable_typed(string name)
    {
        var folder = Path.Combine(modules.Root, name, "json");
        var variables = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "variables.tf.json")))!["variable"]!.AsObject();
        var outputs = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "outputs.tf.json")))!["output"]!.AsObject();

        Assert.All(variables, variable => Assert.False(string.IsNullOrWhiteSpace(variable.Value!["description"]?.GetValue<string>()) || string.IsNullOrWhiteSpace(variable.Value["type"]?.GetValue<string>()), variable.Key));
        Assert.All(outputs, output => Assert.False(string.IsNullOrWhiteSpace(output.Value!["description"]?.GetValue<string>()), output.Key));
    }

    private static string RunTests(string directory)
    {
        var terraform = new TerraformDirectory(directory);
        // A test's provider is acted; there is none to override.
        File.Delete(Path.Combine(directory, "test_override.tf.json"));
        terraform.Run("init", "-input=false", "-no-color");
        return terraform.Run("test", "-no-color");
    }

    /// <summary>What is planned, a line for each resource.</summary>
    private IReadOnlyList<string> Plan(string syntax)
    {
        var directory = modules.Beside($"plan-{syntax}");
        File.WriteAllText(Path.Combine(directory, "main.tf"), Provider + modules.Calls(syntax));
        var terraform = new TerraformDirectory(directory);
        terraform.Validate();
        terraform.Run("plan", "-input=false", "-no-color", "-out=plan");
        using var plan = JsonDocument.Parse(terraform.Run("show", "-json", "plan"));
        return [.. plan.RootElement.GetProperty("resource_changes").EnumerateArray().Select(change => change.GetRawText()).Order(StringComparer.Ordinal)];
    }

    private string Copy(string name, string folder)
    {
        var target = modules.Beside(Path.Combine("copies", name));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(modules.Root, name), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Path.Combine(modules.Root, name), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        return Path.Combine(target, folder);
    }
}
