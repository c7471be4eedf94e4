using System.Text.Json;

namespace Orchestrator.Tests.Commands;

public sealed class SarifTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task The_findings_are_results_of_a_run()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", BrokenManifest.Text), "--format", "sarif");

        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        return Verify(result.Output, "json", Snapshots.Settings);
    }

    [Fact]
    public void It_has_what_the_schema_and_code_scanning_require() => SarifSchema.Check(Check("web.yaml", BrokenManifest.Text));

    [Fact]
    public void Without_findings_there_is_a_run_without_results()
    {
        var sarif = Check("web.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("everything: { protocol: all, cidrIpv4: 0.0.0.0/0 }", "app: { port: 8080, cidrIpv4: 10.0.0.0/16 }").Split("\nsuppressions:")[0]);

        SarifSchema.Check(sarif);
        Assert.Empty(Results(sarif));
    }

    [Fact]
    public void A_fingerprint_stays_when_lines_move()
    {
        var before = Results(Check("web.yaml", BrokenManifest.Text)).ToList();
        var after = Results(Check("web.yaml", "# One line more.\n" + BrokenManifest.Text)).ToList();

        Assert.Equal(before.Select(Fingerprint), after.Select(Fingerprint));
        Assert.All(before.Where(result => Text(result, "ruleId") != "MAN005").Zip(after.Where(result => Text(result, "ruleId") != "MAN005")), pair => Assert.Equal(Line(pair.First) + 1, Line(pair.Second)));
    }

    [Fact]
    public void Fingerprints_of_different_findings_differ_even_where_rule_and_path_are_the_same()
    {
        var results = Results(Check("web.yaml", "app: web\napp: shop\napp: web\n" + BrokenManifest.Text)).ToList();

        Assert.Equal(3, results.Count(result => Text(result, "ruleId") == "MAN003"));
        Assert.Equal(results.Count, results.Select(Fingerprint).Distinct().Count());
    }

    [Fact]
    public void A_suppressed_finding_says_why_it_is_right()
    {
        var suppressed = Assert.Single(Results(Check("web.yaml", BrokenManifest.Text)), result => result.TryGetProperty("suppressions", out _));

        Assert.Equal("SG099", Text(suppressed, "ruleId"));
        Assert.Equal("Closed by the network ACL. (until 2099-12-31)", Text(suppressed.GetProperty("suppressions")[0], "justification"));
    }

    [Fact]
    public void A_rule_about_security_has_its_severity_and_the_names_that_scanners_give_it()
    {
        var rule = Rules(Check("web.yaml", BrokenManifest.Text)).Single(rule => Text(rule, "id") == "SG099");
        var tags = rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ToList();

        Assert.Equal("8.0", Text(rule.GetProperty("properties"), "security-severity"));
        Assert.Subset(tags.ToHashSet(), new HashSet<string?> { "security", "CKV_AWS_24", "EC2.13" });
    }

    [Fact]
    public void Help_leads_to_the_published_page_of_rules()
    {
        var rules = Rules(Check("web.yaml", BrokenManifest.Text, "--rules-page", "https://example.com/docs/rules.md"));

        Assert.All(rules, rule => Assert.Equal($"https://example.com/docs/rules.md#{Text(rule, "id").ToLowerInvariant()}", Text(rule, "helpUri")));
    }

    [Theory]
    [InlineData("rules.md")]
    [InlineData("ftp://example.com/rules.md")]
    [InlineData("https://example.com/rules.md#top")]
    public void A_page_of_rules_is_a_web_address(string page)
    {
        var result = _scratch.Run("check", Scratch.Example("fargate-alb"), "--format", "sarif", "--rules-page", page);

        Assert.Equal((1, "error: --rules-page is an http or https address without a fragment. See orchestrator check --help.\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("stacks/web app.yaml", "stacks/web%20app.yaml")]
    [InlineData("./web.yaml", "web.yaml")]
    [InlineData("stacks/../größe#1.yaml", "gr%C3%B6%C3%9Fe%231.yaml")]
    public void A_file_is_named_from_the_working_directory(string file, string uri)
    {
        Directory.CreateDirectory(_scratch.PathOf("stacks"));

        Assert.All(Results(Check(file, BrokenManifest.Text)), result => Assert.Equal(uri, Uri(result)));
    }

    [Fact]
    public void A_file_outside_of_the_working_directory_is_named_in_full()
    {
        using var elsewhere = new Scratch();
        elsewhere.Write("web.yaml", BrokenManifest.Text);

        var sarif = JsonDocument.Parse(_scratch.Run("check", elsewhere.PathOf("web.yaml"), "--format", "sarif").Output).RootElement;

        Assert.All(Results(sarif), result => Assert.StartsWith("file:///", Uri(result), StringComparison.Ordinal));
    }

    private JsonElement Check(string file, string text, params string[] options) =>
        JsonDocument.Parse(_scratch.Run(["check", _scratch.Write(file, text), "--format", "sarif", .. options]).Output).RootElement;

    private static JsonElement.ArrayEnumerator Results(JsonElement sarif) => sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray();

    private static JsonElement.ArrayEnumerator Rules(JsonElement sarif) => sarif.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray();

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static string Uri(JsonElement result) => Text(Place(result).GetProperty("artifactLocation"), "uri");

    private static int Line(JsonElement result) => Place(result).GetProperty("region").GetProperty("startLine").GetInt32();

    private static string Fingerprint(JsonElement result) => Text(result.GetProperty("partialFingerprints"), "primaryLocationLineHash");

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
