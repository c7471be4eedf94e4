using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

public sealed class ApplyTests : IDisposable
{
    private const string One = """{ "resource": { "terraform_data": { "a": { "input": "1" } } } }""";
    private const string Two = """{ "resource": { "terraform_data": { "a": { "input": "2" } } } }""";
    private readonly WrittenApp _app = new();

    public void Dispose() => _app.Dispose();

    [TerraformFact]
    public void A_plan_is_applied_once_and_as_it_was_reviewed()
    {
        _app.Stack("web", One).Plan();

        var first = _app.Apply();
        var second = _app.Apply();

        Assert.Equal((0, "1"), (first.ExitCode, _app.Local("web")["a"]));
        Assert.Contains("terraform_data.a: Creation complete", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, "applied: nothing\n"), (second.ExitCode, second.Output));
    }

    [TerraformFact]
    public void A_plan_changed_by_a_byte_is_refused()
    {
        _app.Stack("web", One).Plan();
        var plan = _app.Scratch.PathOf("plans", "web", "plan");
        var bytes = File.ReadAllBytes(plan);
        bytes[^1] ^= 1;
        File.WriteAllBytes(plan, bytes);

        var result = _app.Apply();

        Assert.Equal((1, "error: web is not what was reviewed: plan has changed; plan and review again\nerror: nothing is applied\n"), (result.ExitCode, result.Error));
        Assert.Empty(_app.Local("web"));
    }

    [TerraformFact]
    public void What_the_plan_was_made_of_must_be_the_same()
    {
        _app.Stack("web", One).Plan();
        _app.Stack("web", Two).Scratch.Write("app/stacks/web/more.tf", "");

        Assert.Equal("error: web is not what was reviewed: configuration/cdk.tf.json has changed, configuration/more.tf is new; plan and review again\nerror: nothing is applied\n", _app.Apply().Error);
    }

    [TerraformFact]
    public void A_state_that_changed_since_makes_the_plan_stale()
    {
        _app.Stack("web", One).Plan();
        _app.Plan("--out", "other");
        _app.Apply("--plan", "other");

        var result = _app.Apply();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: web: Terraform says that the plan is stale: the state has changed since, by another apply or by one of this plan that did not come to its end; plan again\nerror: not applied: web; ", result.Error, StringComparison.Ordinal);
    }

    [TerraformFact]
    public void A_plan_is_made_again_and_applied_only_if_it_does_what_was_reviewed()
    {
        _app.Stack("web", One).Plan();
        _app.Plan("--out", "other");
        _app.Apply("--plan", "other");

        var other = _app.Apply("--replan");
        _app.Stack("web", Two).Plan();
        var same = _app.Apply("--replan");

        Assert.Equal(1, other.ExitCode);
        Assert.StartsWith("error: the plan of web does something else now than the one that was reviewed (fingerprint ", other.Error, StringComparison.Ordinal);
        Assert.Equal((0, "2"), (same.ExitCode, _app.Local("web")["a"]));
    }

    [TerraformFact]
    public void A_finding_must_be_answered_for()
    {
        _app.Stack("web", One).Plan();
        _app.Apply();
        // More deletes than the review's settings allow.
        _app.Stack("web", "{}").Scratch.Write("settings.json", """{ "mostDeletes": 0 }""");
        var planned = _app.Plan("--settings", "settings.json");

        var refused = _app.Apply();

        Assert.Equal((3, 3), (planned.ExitCode, refused.ExitCode));
        Assert.Matches("^error: web: (?<rule>PLAN[0-9]+) (?<address>[^ ]+): nobody answers for this finding, (?<fingerprint>[0-9a-f]+); ", refused.Error);
        Assert.EndsWith("error: nothing is applied\n", refused.Error, StringComparison.Ordinal);
        var findings = JsonNode.Parse(_app.Scratch.Read("plans/web/review.json"))!["findings"]!.AsArray().Where(finding => (bool)finding!["blocks"]!);
        _app.Scratch.Write("acks.json", $$"""{ "acknowledgements": [{{string.Join(",", findings.Select(finding => $$"""{ "rule": "{{finding!["rule"]}}", "address": "{{finding["address"]}}", "fingerprint": "{{finding["fingerprint"]}}", "reason": "Agreed.", "expires": "2999-12-31" }"""))}}] }""");
        Assert.Equal(0, _app.Apply("--acks", "acks.json").ExitCode);
        Assert.Empty(_app.Local("web"));
    }

    [TerraformFact]
    public void After_a_failure_what_needs_the_stack_is_left_and_the_rest_is_applied()
    {
        const string Fails = """{ "resource": { "terraform_data": { "first": { "input": "1" }, "second": { "depends_on": ["terraform_data.first"], "provisioner": [{ "local-exec": { "command": "test -f ready" } }] } } } }""";
        _app.Stack("base", Fails).Stack("web", One, null, "base").Stack("other", One).Plan();

        var failed = _app.Apply();
        Assert.Equal(1, failed.ExitCode);
        Assert.EndsWith("applied: other\n", failed.Output, StringComparison.Ordinal);
        Assert.Matches("^error: base: local-exec provisioner error: .*\nerror: not applied: base, web; what was applied is in the state, and stays. When the cause is gone, plan again: ./orchestrator plan --synthesized app --stack base --stack web --out plans\n$", failed.Error);
        Assert.Contains("first", _app.Local("base").Keys);

        _app.Scratch.Write("app/stacks/base/ready", "");
        Assert.Equal(2, _app.Plan("--stack", "base", "--stack", "web").ExitCode);
        var again = _app.Apply("--stack", "base", "--stack", "web");
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.EndsWith("applied: base, web\n", again.Output, StringComparison.Ordinal);
    }

    [TerraformFact]
    public void A_stack_is_not_applied_before_what_it_needs()
    {
        _app.BaseAndWeb("1").Plan();
        _app.Apply();
        _app.Plan();
        _app.Apply();
        _app.BaseAndWeb("2").Plan();

        Assert.Equal("error: web needs base, which is planned and not applied: apply it too\n", _app.Apply("--stack", "web").Error);
    }

    [Fact]
    public void Without_a_plan_it_says_how_to_make_one() =>
        Assert.Equal((1, "error: there is no plan in plans: run ./orchestrator plan --out plans first\n"), (_app.Apply().ExitCode, _app.Apply().Error));
}
