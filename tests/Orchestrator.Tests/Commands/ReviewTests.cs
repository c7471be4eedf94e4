namespace Orchestrator.Tests.Commands;

public sealed class ReviewTests : IDisposable
{
    private const string Nothing = """{ "format_version": "1.2", "resource_changes": [] }""";
    private const string Harmless = """{ "format_version": "1.2", "resource_changes": [{ "address": "aws_sqs_queue.a", "mode": "managed", "type": "aws_sqs_queue", "name": "a", "change": { "actions": ["create"], "before": null, "after": {} } }] }""";
    private static readonly string Example = Repository.PathOf("examples", "plans", "static-ip.json");
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(Nothing, 0, "No changes\n")]
    [InlineData(Harmless, 2, "Go: no rule looks at what changes\n")]
    public void The_exit_code_says_what_the_plan_does(string plan, int exitCode, string verdict)
    {
        var result = _scratch.Run("review", _scratch.Write("plan.json", plan));

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Error));
        Assert.StartsWith(verdict, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_that_nobody_answers_for_exit_with_three()
    {
        var result = _scratch.Run("review", Example);

        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Wait: 2 findings to be answered for (1 critical, 1 high)\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Acknowledged_ones_exit_with_two()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(_scratch.Run("review", Example, "--format", "json").Output)!;
        var entries = json["findings"]!.AsArray().Where(finding => (bool)finding!["blocks"]!).Select(finding => $$"""{ "rule": "{{finding!["rule"]}}", "address": "{{finding["address"]}}", "fingerprint": "{{finding["fingerprint"]}}", "reason": "Agreed.", "expires": "2999-12-31" }""");
        var acks = _scratch.Write("acks.json", $$"""{ "acknowledgements": [{{string.Join(",", entries)}}] }""");

        var result = _scratch.Run("review", Example, "--acks", acks);

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Go: 2 acknowledged findings, 1 to know of\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_read_from_standard_input()
    {
        var result = Processes.Run(Environment.ProcessPath!, [Repository.PathOf("artifacts", "bin", "Orchestrator", "release", "orchestrator.dll"), "review", "-"], _scratch.Root, input: Harmless);

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("markdown", "<!-- orchestrator review edge -->\n")]
    [InlineData("json", "{\n  \"formatVersion\": 1,\n")]
    [InlineData("sarif", "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n")]
    [InlineData("html", "<!doctype html>\n")]
    public void Every_format_can_go_to_a_file(string format, string start)
    {
        var result = _scratch.Run("review", Example, "--format", format, "--stack", "edge", "--out", "review");

        Assert.Equal((3, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.StartsWith(start, _scratch.Read("review"), StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_come_from_a_file()
    {
        var settings = _scratch.Write("settings.json", """{ "severities": { "PLAN05": "low", "PLAN09": "low", "PLAN13": "low", "PLAN34": "low", "PLAN31": "low" } }""");

        Assert.Equal(2, _scratch.Run("review", Example, "--settings", settings).ExitCode);
    }

    [Theory]
    [InlineData("missing.json", null, "error: missing.json cannot be read: there is no such file\n")]
    [InlineData("plan.txt", "Terraform will perform the following actions:", "error: plan.txt: this is a plan as text, for people: save it with terraform plan -out=PLANFILE, then run terraform show -json PLANFILE > plan.json and review that\n")]
    [InlineData("plan", "PK\u0003\u0004", "error: plan: this is the binary plan file: run terraform show -json PLANFILE > plan.json and review that\n")]
    public void What_is_no_plan_is_told_in_a_line(string file, string? text, string error)
    {
        if (text is not null)
        {
            _scratch.Write(file, text);
        }

        var result = _scratch.Run("review", file);

        Assert.Equal((1, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Mistakes_in_the_acknowledgements_are_told_a_line_each()
    {
        var acks = _scratch.Write("acks.json", """{ "acknowledgements": [{ "rule": "PLAN99", "address": "a", "fingerprint": "0", "reason": "x", "expires": "soon" }] }""");

        var result = _scratch.Run("review", Example, "--acks", acks);

        Assert.Equal(
            (1, """
                error: acks.json: acknowledgements[0].rule is no rule: got "PLAN99", allowed the ids of docs/plan-rules.md
                error: acks.json: acknowledgements[0].expires is not as it must be: got "soon", allowed a date as 2030-12-31

                """),
            (result.ExitCode, result.Error));
    }

    [Fact]
    public void Only_the_plan_that_was_reviewed_is_let_through()
    {
        var fingerprint = (string)System.Text.Json.Nodes.JsonNode.Parse(_scratch.Run("review", Example, "--format", "json").Output)!["planFingerprint"]!;
        var other = _scratch.Write("other.json", File.ReadAllText(Example).Replace("\"/ready\"", "\"/alive\""));

        Assert.Equal(3, _scratch.Run("review", Example, "--expect", fingerprint).ExitCode);
        var result = _scratch.Run("review", other, "--expect", fingerprint);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: this is not the plan that was reviewed: its fingerprint is ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_plan_it_says_how_to_make_one() =>
        Assert.Equal("error: no plan is named: run terraform show -json PLANFILE > plan.json, then ./orchestrator review plan.json\n", _scratch.Run("review").Error);

    [Fact]
    public Task A_plan_is_drawn()
    {
        var result = _scratch.Run("diagram", Example);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Verify(result.Output, Snapshots.Settings);
    }
}
