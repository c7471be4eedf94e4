using System.Text.Json;

namespace Orchestrator.Tests.Commands;

public sealed class RulesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void As_json_every_rule_has_its_example_and_where_it_comes_from()
    {
        var rules = Json("rules", "--format", "json", "--examples", Repository.PathOf("tests", "Modules.Tests", "Rules", "Cases"));
        var rule = rules.Single(rule => rule.GetProperty("id").GetString() == "TG045");

        Assert.Equal("https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html", rule.GetProperty("sourcePage").GetString());
        Assert.StartsWith("targetGroups:\n", rule.GetProperty("example").GetProperty("manifest").GetString(), StringComparison.Ordinal);
        Assert.All(rule.GetProperty("example").GetProperty("messages").EnumerateArray(), message => Assert.StartsWith("error TG045 web.yaml:", message.GetString(), StringComparison.Ordinal));
        // Two manifests break MAN015.
        Assert.Equal(["MAN015"], rules.Where(rule => rule.GetProperty("example").ValueKind == JsonValueKind.Null).Select(rule => rule.GetProperty("id").GetString()));
    }

    [Fact]
    public void Without_a_directory_of_examples_there_are_none() =>
        Assert.All(Json("rules", "--format", "json"), rule => Assert.Equal(JsonValueKind.Null, rule.GetProperty("example").ValueKind));

    [Fact]
    public void Pages_that_rules_come_from_have_secure_addresses() =>
        Assert.All(Json("rules", "--format", "json"), rule => Assert.True(rule.GetProperty("sourcePage").GetString()?.StartsWith("https://", StringComparison.Ordinal) ?? true));

    [Fact]
    public void A_directory_of_examples_that_is_not_there_is_told()
    {
        var result = _scratch.Run("rules", "--examples", "cases");

        Assert.Equal((1, "error: there is no directory cases; --examples names one with a RULE.yaml for each rule\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void An_example_that_is_not_a_list_of_cases_is_told()
    {
        _scratch.Write("cases/TG045.yaml", "- breaks: [a\n");

        var result = _scratch.Run("rules", "--examples", "cases");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"^error: cases/TG045\.yaml:\d+ is not a list of cases with breaks and says\n$", result.Error);
    }

    private List<JsonElement> Json(params string[] arguments) =>
        [.. JsonDocument.Parse(_scratch.Run(arguments).Output).RootElement.GetProperty("rules").EnumerateArray()];
}
