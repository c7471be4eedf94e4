using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>The tests that published modules bring with them, run by the real Terraform.</summary>
public sealed partial class ModulesOwnTests(PublishedModules modules) : IClassFixture<PublishedModules>
{
    public static TheoryData<string> Names => [.. PublishedModules.Names];

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
        var directory = ValidationsAlone(name, "validations");
        File.WriteAllText(Path.Combine(directory, "validations.tftest.hcl"), Validations(name));

        var output = RunTests(directory);

        Assert.DoesNotContain("Success! 0 passed", output, StringComparison.Ordinal);
    }

    [TerraformTheory]
    [MemberData(nameof(Names))]
    public void What_a_rule_refuses_is_told_with_its_id(string name)
    {
        var directory = ValidationsAlone(name, "refusals");
        var runs = RuleRun().Matches(Validations(name)).ToDictionary(run => run.Groups["name"].Value, run => run.Groups["id"].Value.ToUpperInvariant());
        foreach (Match run in RuleRun().Matches(Validations(name)))
        {
            // What is not expected is told, and nothing in the file is run after it.
            File.WriteAllText(Path.Combine(directory, $"{run.Groups["name"].Value}.tftest.hcl"), Expectation().Replace(run.Value, ""));
        }
        var terraform = new TerraformDirectory(directory);
        File.Delete(Path.Combine(directory, "test_override.tf.json"));
        terraform.Initialize();

        var told = terraform.RunToFailure("test", "-json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).Where(line => line["diagnostic"] is not null)
            .ToLookup(line => (string?)line["@testrun"], line => (string?)line["diagnostic"]!["detail"] ?? "");

        Assert.NotEmpty(runs);
        Assert.All(runs, run => Assert.Contains(told[run.Key], message => message.Contains($"({run.Value})", StringComparison.Ordinal)));
    }

    /// <summary>A module's tests of its validations.</summary>
    private string Validations(string name) =>
        ActedProvider().Replace(File.ReadAllText(Path.Combine(modules.Root, name, "tests", "validations.tftest.hcl")), "");

    /// <summary>A place for tests beside a module that has nothing but variables, and so needs no provider.</summary>
    private string ValidationsAlone(string name, string place)
    {
        var directory = modules.Beside(Path.Combine(place, name, "tests"));
        var code = modules.Beside(Path.Combine(place, name, "hcl"));
        File.Copy(Path.Combine(modules.Root, name, "hcl", "variables.tf"), Path.Combine(code, "variables.tf"));
        File.WriteAllText(Path.Combine(directory, "main.tf"), "locals {}\n");
        return directory;
    }

    private static string RunTests(string directory)
    {
        var terraform = new TerraformDirectory(directory);
        // A test's provider is acted; there is none to override.
        File.Delete(Path.Combine(directory, "test_override.tf.json"));
        terraform.Initialize();
        return terraform.Run("test", "-no-color");
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

    [GeneratedRegex("^run \"(?<name>(?<id>[a-z]+[0-9]{3})(_[0-9]+)?)\" .*?^}\n", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleRun();

    [GeneratedRegex("^mock_provider \"aws\" ({}|{\n.*?^})\n", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ActedProvider();

    [GeneratedRegex("^  expect_failures.*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expectation();
}
