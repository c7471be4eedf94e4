using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

public sealed class PlanTests : IDisposable
{
    private readonly WrittenApp _app = new();

    public void Dispose() => _app.Dispose();

    [TerraformFact]
    public void What_a_plan_is_made_of_is_kept_with_it()
    {
        _app.Stack("web", """{ "resource": { "terraform_data": { "a": { "input": "1" } } } }""");

        var result = _app.Plan("--markdown", "comment.md");

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("stack web\nGo: no rule looks at what changes\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nkept in plans: ./orchestrator apply --plan plans\n", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("<!-- orchestrator review web -->\n", _app.Scratch.Read("comment.md"), StringComparison.Ordinal);
        var record = JsonNode.Parse(_app.Scratch.Read("plans/web/manifest.json"))!;
        Assert.Equal(["configuration/cdk.tf.json", "plan"], record["hashes"]!.AsObject().Select(hash => hash.Key));
        Assert.Equal((string?)JsonNode.Parse(_app.Scratch.Read("plans/web/review.json"))!["planFingerprint"], (string?)record["fingerprint"]);
        Assert.Equal(["init.log", "manifest.json", "plan", "plan.log", "review.json", "review.md"], Directory.EnumerateFiles(_app.Scratch.PathOf("plans", "web")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("drwx------", Processes.Run("ls", ["-ld", "plans/web"], _app.Scratch.Root).Output[..10]);
    }

    [TerraformFact]
    public void A_stack_waits_for_what_it_reads_and_is_provisional_while_that_changes()
    {
        Assert.Contains("stack web\nWaits for base: it can be planned once that is applied\n", _app.BaseAndWeb("1").Plan().Output, StringComparison.Ordinal);

        var first = _app.Apply();
        Assert.Equal((2, ""), (first.ExitCode, first.Error));
        Assert.EndsWith("applied: base\nto be planned now: ./orchestrator plan --synthesized app --stack web --out plans\n", first.Output, StringComparison.Ordinal);
        Assert.Equal(2, RunHint(first.Output).ExitCode);
        Assert.Equal(0, RunHint(RunHint(first.Output).Output).ExitCode);
        Assert.Equal((0, "1"), (_app.Plan().ExitCode, _app.Local("web")["b"]));

        _app.BaseAndWeb("2");
        Assert.Contains("stack web, provisional: base, which it needs, changes; it is planned again before it is applied\n", _app.Plan().Output, StringComparison.Ordinal);
        var second = _app.Apply();
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("applied: base\n", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("error: web: the plan of web does something else now than the one that was reviewed (fingerprint ", second.Error, StringComparison.Ordinal);
        Assert.Equal(("2", "1"), (_app.Local("base")["a"], _app.Local("web")["b"]));
    }

    [TerraformFact]
    public void What_a_provisional_plan_still_does_after_the_change_is_applied()
    {
        _app.BaseAndWeb("1").Plan();
        _app.Apply();
        _app.Plan();
        _app.Apply();
        // The output stays as it is; something else in base changes.
        _app.Stack("base", """{ "resource": { "terraform_data": { "a": { "input": "1" }, "more": { "input": "2" } } }, "output": { "a": { "value": "${terraform_data.a.output}" } } }""");

        _app.Plan();
        var result = _app.Apply();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("applied: base, web\n", result.Output, StringComparison.Ordinal);
    }

    [TerraformFact]
    public void Targets_and_variables_are_handed_to_terraform_and_a_plan_of_a_part_is_a_finding()
    {
        _app.Stack("web", """{ "variable": { "size": { "type": "string" } }, "resource": { "terraform_data": { "a": { "input": "${var.size}" }, "b": { "input": "${var.size}" } } } }""");
        _app.Scratch.Write("test.tfvars", "size = \"large\"\n");

        _app.Scratch.Write("settings.json", """{ "severities": { "PLAN35": "high" } }""");

        Assert.Equal(3, _app.Plan("--target", "terraform_data.a", "--var-file", "test.tfvars", "--settings", "settings.json").ExitCode);
        Assert.Equal(2, _app.Plan("--target", "terraform_data.a", "--var-file", "test.tfvars").ExitCode);
        Assert.Equal(0, _app.Apply().ExitCode);

        Assert.Equal(new Dictionary<string, string> { ["a"] = "large" }, _app.Local("web"));
    }

    [TerraformFact]
    public void The_plan_of_a_stack_that_is_gone_goes_too_and_what_others_keep_beside_it_stays()
    {
        _app.Stack("web", """{ "resource": { "terraform_data": { "a": {} } } }""").Plan();
        _app.Scratch.Write("plans/notes/manifest.json", "{}");
        File.Move(_app.Scratch.PathOf("plans", "web", "manifest.json"), _app.Scratch.PathOf("record"));
        _app.Scratch.Write("plans/old/manifest.json", File.ReadAllText(_app.Scratch.PathOf("record")).Replace("\"stack\": \"web\"", "\"stack\": \"old\""));

        _app.Plan();

        Assert.Equal(["notes", "web"], Directory.EnumerateDirectories(_app.Scratch.PathOf("plans")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [TerraformFact]
    public void One_stack_that_cannot_be_planned_does_not_keep_others_from_it()
    {
        _app.Stack("broken", """{ "resource": { "terraform_data": { "a": { "input": "${nothing.here}" } } } }""").Stack("good", """{ "resource": { "terraform_data": { "a": {} } } }""").Stack("after", "{}", null, "broken");

        var result = _app.Plan();

        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^error: broken: Reference to undeclared resource: .*; all that Terraform said is in .*/plans/broken/plan.log\nerror: after: not planned, since broken could not be\n$", result.Error);
        Assert.Contains("stack good\nGo: no rule looks at what changes\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stacks_that_need_each_other_are_refused()
    {
        _app.Stack("a", "{}", null, "b").Stack("b", "{}", null, "a");

        Assert.Equal((1, "error: the stacks in app need each other in a circle: a → b → a; take one of these dependencies out\n"), (_app.Plan().ExitCode, _app.Plan().Error));
    }

    [Fact]
    public void Two_stacks_of_one_state_are_refused()
    {
        const string Backend = """{ "s3": { "bucket": "state", "key": "shop.tfstate" } }""";
        _app.Stack("a", "{}", Backend).Stack("b", "{}", Backend);

        Assert.Equal("error: STATE172: stacks a and b have one state, s3://state/shop.tfstate: give each a key of its own\n", _app.Plan().Error);
    }

    [Fact]
    public void A_stack_that_is_not_there_is_told() =>
        Assert.Equal("error: there is no stack we: there are web\n", _app.Stack("web", "{}").Plan("--stack", "we").Error);

    [Theory]
    [InlineData("secret_key=made-up", "secret_key")]
    [InlineData("backend.hcl", "token")]
    public void Credentials_are_not_taken_as_settings_of_the_backend(string setting, string key)
    {
        _app.Stack("web", "{}").Scratch.Write("backend.hcl", "bucket = \"state\"\ntoken  = \"made-up\"\n");

        Assert.Equal($"error: --backend-config holds {key}: Terraform would keep it in .terraform and in every plan; give credentials by the environment, such as AWS_PROFILE\n", _app.Plan("--backend-config", setting).Error);
    }

    /// <summary>Runs the command line at the end of what was printed.</summary>
    private ProcessResult RunHint(string output) => _app.Run(output.TrimEnd('\n')[(output.LastIndexOf("./orchestrator ", StringComparison.Ordinal) + "./orchestrator ".Length)..].Split(' '));
}
