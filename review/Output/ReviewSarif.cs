using System.Text.Json;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Output;

/// <summary>A review as SARIF 2.1.0, for code scanning.</summary>
public static class ReviewSarif
{
    /// <summary>The SARIF. A plan has no lines: every result stands at the beginning of one file, and names the resource as its logical location.</summary>
    /// <param name="review">The review.</param>
    /// <param name="rules">The rules that it went by.</param>
    /// <param name="file">The file that results stand in, relative to the repository.</param>
    public static string Of(PlanReview review, IReadOnlyList<PlanRule> rules, string file) => JsonPage.Write(json =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        JsonPage.WriteArray(json, "runs", [review], (json, _) =>
        {
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "orchestrator review");
            JsonPage.WriteArray(json, "rules", rules, WriteRule);
            json.WriteEndObject();
            json.WriteEndObject();
            var index = rules.Select((rule, index) => (rule.Id, index)).ToDictionary(StringComparer.Ordinal);
            JsonPage.WriteArray(json, "results", review.Findings, (json, finding) => WriteResult(json, finding, index[finding.Rule], file));
        });
    });

    private static void WriteRule(Utf8JsonWriter json, PlanRule rule)
    {
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Statement);
        WriteText(json, "fullDescription", $"{rule.Consequence} {rule.Advice}");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule, string file)
    {
        var change = Wording.Change(finding);
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", $"{finding.Address}{(change.Length == 0 ? "" : $" ({change})")}: {finding.Consequence} {finding.Advice}");
        JsonPage.WriteArray(json, "locations", [finding], (json, _) =>
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", file);
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", 1);
            json.WriteEndObject();
            json.WriteEndObject();
            JsonPage.WriteArray(json, "logicalLocations", [finding], static (json, finding) =>
            {
                json.WriteString("fullyQualifiedName", finding.Address);
                json.WriteString("kind", "resource");
            });
        });
        json.WriteStartObject("partialFingerprints");
        json.WriteString("finding/v1", finding.Fingerprint);
        json.WriteEndObject();
        if (finding.Acknowledgement is { } given)
        {
            JsonPage.WriteArray(json, "suppressions", [given], static (json, given) =>
            {
                json.WriteString("kind", "external");
                json.WriteString("justification", given.Reason);
            });
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { >= Severity.High => "error", Severity.Medium => "warning", _ => "note" };
}
