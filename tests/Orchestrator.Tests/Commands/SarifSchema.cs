using System.Text.Json;

namespace Orchestrator.Tests.Commands;

/// <summary>
/// What the schema of SARIF 2.1.0 (OASIS) requires of the objects that we write, and what GitHub's "SARIF support for code scanning"
/// requires or limits besides.
/// </summary>
internal static class SarifSchema
{
    private const int MostTags = 20;
    private const int MostResults = 25_000;

    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    internal static void Check(JsonElement sarif)
    {
        Assert.Equal("2.1.0", Text(sarif, "version"));
        IsUri(Text(sarif, "$schema"));
        Only(sarif, "$schema", "version", "runs");
        foreach (var run in sarif.GetProperty("runs").EnumerateArray())
        {
            Only(run, "tool", "columnKind", "results");
            Assert.Equal("utf16CodeUnits", Text(run, "columnKind"));
            var driver = run.GetProperty("tool").GetProperty("driver");
            Only(driver, "name", "semanticVersion", "rules");
            Assert.NotEmpty(Text(driver, "name"));
            Assert.Matches(@"^\d+\.\d+\.\d+$", Text(driver, "semanticVersion"));
            var rules = driver.GetProperty("rules").EnumerateArray().ToList();
            Assert.All(rules, CheckRule);
            Assert.Equal(rules.Count, rules.Select(rule => Text(rule, "id")).Distinct().Count());
            var results = run.GetProperty("results").EnumerateArray().ToList();
            Assert.True(results.Count <= MostResults);
            Assert.All(results, result => CheckResult(result, rules));
        }
    }

    private static void CheckRule(JsonElement rule)
    {
        Only(rule, "id", "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "properties");
        Assert.InRange(Text(rule, "id").Length, 1, 255);
        Assert.InRange(Text(rule.GetProperty("shortDescription"), "text").Length, 1, 1024);
        Assert.InRange(Text(rule.GetProperty("fullDescription"), "text").Length, 1, 1024);
        Assert.NotEmpty(Text(rule.GetProperty("help"), "text"));
        Assert.NotEmpty(Text(rule.GetProperty("help"), "markdown"));
        Assert.Contains(Text(rule.GetProperty("defaultConfiguration"), "level"), Levels);
        if (rule.TryGetProperty("helpUri", out var help))
        {
            IsUri(help.GetString()!);
        }
        var properties = rule.GetProperty("properties");
        var tags = properties.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ToList();
        Assert.InRange(tags.Count, 1, MostTags);
        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Equal(tags.Contains("security"), properties.TryGetProperty("security-severity", out var severity));
        Assert.True(severity.ValueKind == JsonValueKind.Undefined || double.Parse(severity.GetString()!) is > 0 and <= 10);
    }

    private static void CheckResult(JsonElement result, IReadOnlyList<JsonElement> rules)
    {
        Only(result, "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "suppressions");
        Assert.Equal(Text(result, "ruleId"), Text(rules[result.GetProperty("ruleIndex").GetInt32()], "id"));
        Assert.Contains(Text(result, "level"), Levels);
        Assert.NotEmpty(Text(result.GetProperty("message"), "text"));
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray());
        var file = place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.True(Uri.IsWellFormedUriString(file, UriKind.RelativeOrAbsolute) && !file.StartsWith("../", StringComparison.Ordinal), file);
        var region = place.GetProperty("physicalLocation").GetProperty("region");
        Assert.True(region.GetProperty("startLine").GetInt32() >= 1);
        Assert.True(region.GetProperty("startColumn").GetInt32() >= 1);
        Assert.Matches("^[0-9a-f]{16}:[1-9][0-9]*$", Text(result.GetProperty("partialFingerprints"), "primaryLocationLineHash"));
        if (result.TryGetProperty("suppressions", out var suppressions))
        {
            var suppression = Assert.Single(suppressions.EnumerateArray());
            Only(suppression, "kind", "status", "justification");
            Assert.Contains(Text(suppression, "kind"), new[] { "inSource", "external" });
            Assert.Contains(Text(suppression, "status"), new[] { "accepted", "underReview", "rejected" });
            Assert.NotEmpty(Text(suppression, "justification"));
        }
    }

    /// <summary>The schema allows no members of other names.</summary>
    private static void Only(JsonElement element, params string[] names) => Assert.Subset(names.ToHashSet(), element.EnumerateObject().Select(member => member.Name).ToHashSet());

    private static void IsUri(string text) => Assert.True(Uri.IsWellFormedUriString(text, UriKind.Absolute), text);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
