using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Commands;

/// <summary>The state of examples/adopt is of a network, a load balancer out of a module, an ECS service, rules of the older type, a certificate, a zone and roles.</summary>
public sealed class AdoptTests : IDisposable
{
    private static readonly string State = Repository.PathOf("examples", "adopt", "state.json");

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [TerraformFact]
    public async Task The_first_plan_over_the_whole_state_moves_forgets_and_changes_nothing()
    {
        var result = _scratch.Run("adopt", State, "--app", "store", "--environment", "production", "--out", "store.yaml", "--moved");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("the first plan changes nothing of them\n", result.Output, StringComparison.Ordinal);
        await Verify($"{result.Output}\n{_scratch.Read("store.yaml")}", Snapshots.Settings);

        var synthesized = _scratch.Run("synth", "store.yaml");
        Assert.True(synthesized.ExitCode == 0, synthesized.Error);
        var directory = _scratch.PathOf("cdktf.out", "stacks", "store-production");
        WriteWholeState(Path.Combine(directory, "..", "..", "..", "terraform.store-production.tfstate"));
        var terraform = new TerraformDirectory(directory);
        terraform.Initialize();
        // What is imported would be looked up in AWS: it is planned as if it were made.
        Rewrite(Path.Combine(directory, "cdk.tf.json"), configuration => configuration.Remove("import"));
        terraform.Run("plan", "-input=false", "-no-color", "-refresh=false", "-out=plan", "-var=staff_client_secret=made-up-for-the-example");
        // What is sensitive is marked in a state, and not in what is shown of it: such a rule is updated by nothing.
        var changes = JsonNode.Parse(terraform.Run("show", "-json", "plan"))!["resource_changes"]!.AsArray().Where(change => !JsonNode.DeepEquals(change!["change"]!["before"], change["change"]!["after"]) || (string?)change["previous_address"] is not null)
            .Select(change => (Address: (string)change!["address"]!, Actions: JsonNode.DeepEquals(change["change"]!["before"], change["change"]!["after"]) ? "no-op" : string.Join(' ', change["change"]!["actions"]!.AsArray()), From: (string?)change["previous_address"])).ToList();
        Assert.Equal(
            ["aws_vpc_security_group_egress_rule.store-production-lb_tcp-8080-store-tasks create", "aws_vpc_security_group_egress_rule.store-tasks_all-any create", "aws_vpc_security_group_ingress_rule.store-tasks_tcp-8080 create"],
            changes.Where(change => change.Actions is not ("no-op" or "forget")).Select(change => $"{change.Address} {change.Actions}"));
        Assert.Contains(("aws_lb.store-production", "no-op", "module.web.aws_lb.this[0]"), changes);
        Assert.Contains(changes, change => change is { Address: "aws_vpc.main", Actions: "forget" });
    }

    [TerraformFact]
    public void What_is_imported_as_the_page_shows_has_an_id_and_the_old_configuration_gives_it_up()
    {
        _scratch.Write("examples/adopt/state.json", File.ReadAllText(State));

        var result = _scratch.Run(Assert.Single(ConsoleBlocks.Of(Repository.PathOf("docs", "adopt.md"))).Split(' ')[1..]);

        Assert.True(result.ExitCode == 0, result.Error);
        var synthesized = _scratch.Run("synth", "build/store.yaml");
        Assert.True(synthesized.ExitCode == 0, synthesized.Error);
        var imports = JsonNode.Parse(_scratch.Read("cdktf.out", "stacks", "store-production", "cdk.tf.json"))!["import"]!.AsArray().ToDictionary(import => (string)import!["to"]!, import => (string)import!["id"]!);
        Assert.Equal("production/store", imports["aws_ecs_service.store"]);
        Assert.StartsWith("sgr-", imports["aws_vpc_security_group_ingress_rule.store-tasks_tcp-8080"], StringComparison.Ordinal);
        Assert.StartsWith("arn:aws:elasticloadbalancing:", imports["aws_lb_listener.store-production_https-443"], StringComparison.Ordinal);
        var released = _scratch.Read("build", "store.removed.tf");
        Assert.Contains("removed {\n  from = module.web.aws_lb.this\n\n  lifecycle {\n    destroy = false\n  }\n}\n", released, StringComparison.Ordinal);
        Assert.DoesNotContain("aws_vpc.main", released, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_is_there_is_not_overwritten()
    {
        _scratch.Write("store.yaml", "# mine");

        var result = _scratch.Run("adopt", State, "--app", "store", "--environment", "production", "--out", "store.yaml");

        Assert.Equal((1, "error: store.yaml is there already: name another file with --out, or remove it\n"), (result.ExitCode, result.Error));
        Assert.Equal("# mine", _scratch.Read("store.yaml"));
    }

    [TerraformFact]
    public void What_no_manifest_may_say_is_told_and_nothing_is_written()
    {
        var result = _scratch.Run("adopt", State, "--app", "The Store", "--environment", "production", "--out", "store.yaml");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("error MAN012 store.yaml:1:6: app ", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_scratch.Root));
    }

    [TerraformFact]
    public void What_Terraform_refuses_is_told_in_a_line_that_names_no_file_that_is_gone()
    {
        _scratch.Write("state.json", File.ReadAllText(State).Replace("\"schema_version\": 0", "\"schema_version\": 99", StringComparison.Ordinal));

        var result = _scratch.Run("adopt", "state.json", "--app", "store", "--environment", "production", "--out", "store.yaml");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.DoesNotContain(Path.GetTempPath(), result.Error, StringComparison.Ordinal);
        Assert.Equal(["state.json"], Directory.GetFiles(_scratch.Root).Select(Path.GetFileName));
    }

    /// <summary>The state as a file, from what Terraform showed of it.</summary>
    private static void WriteWholeState(string path)
    {
        var resources = Resources(JsonNode.Parse(File.ReadAllText(State))!["values"]!["root_module"]!).Where(resource => (string)resource.Resource["type"]! != "aws_security_group_rule")
            .GroupBy(resource => (resource.Module, Type: (string)resource.Resource["type"]!, Name: (string)resource.Resource["name"]!)).Select(instances => (JsonNode)new JsonObject
            {
                ["module"] = instances.Key.Module,
                ["mode"] = "managed",
                ["type"] = instances.Key.Type,
                ["name"] = instances.Key.Name,
                ["provider"] = "provider[\"registry.terraform.io/hashicorp/aws\"]",
                ["instances"] = new JsonArray([.. instances.Select(instance => (JsonNode)new JsonObject { ["schema_version"] = instance.Resource["schema_version"]!.DeepClone(), ["index_key"] = instance.Resource["index"]?.DeepClone(), ["attributes"] = instance.Resource["values"]!.DeepClone() })]),
            });
        File.WriteAllText(path, new JsonObject { ["version"] = 4, ["serial"] = 1, ["lineage"] = "example", ["outputs"] = new JsonObject(), ["resources"] = new JsonArray([.. resources]) }.ToJsonString());
    }

    private static IEnumerable<(string? Module, JsonNode Resource)> Resources(JsonNode module) =>
        module["resources"]!.AsArray().Select(resource => ((string?)module["address"], resource!)).Concat((module["child_modules"] as JsonArray ?? []).SelectMany(child => Resources(child!)));

    private static void Rewrite(string path, Action<JsonObject> change)
    {
        var configuration = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(configuration);
        File.WriteAllText(path, configuration.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
