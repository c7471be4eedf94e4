using System.Text.Json;
using Orchestrator.Review.Changes;
using Orchestrator.Review.Findings;

namespace Orchestrator.Review.Output;

/// <summary>A review for programs: docs/review-json.md.</summary>
public static class ReviewJson
{
    private const int FormatVersion = 1;

    /// <summary>The JSON.</summary>
    public static string Of(PlanReview review) => JsonPage.Write(json =>
    {
        json.WriteNumber("formatVersion", FormatVersion);
        json.WriteString("verdict", review.IsBlocked ? "wait" : review.HasChanges ? "go" : "noChanges");
        json.WriteString("summary", Wording.Verdict(review));
        json.WriteString("planFingerprint", review.Fingerprint);
        json.WriteString("terraformVersion", review.TerraformVersion);
        WriteCounts(json, review);
        json.WriteStartObject("lookedAt");
        json.WriteNumber("withRules", review.Coverage.WithRules);
        JsonPage.WriteArray(json, "without", review.Coverage.Without, static (json, type) =>
        {
            json.WriteString("type", type.Type);
            json.WriteNumber("count", type.Count);
        });
        json.WriteStartArray("referring");
        foreach (var address in review.Coverage.Referring)
        {
            json.WriteStringValue(address);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        JsonPage.WriteArray(json, "findings", review.Findings, WriteFinding);
        JsonPage.WriteArray(json, "staleAcknowledgements", review.Stale, static (json, stale) =>
        {
            json.WriteString("rule", stale.Acknowledgement.Rule);
            json.WriteString("address", stale.Acknowledgement.Address);
            json.WriteString("fingerprint", stale.Acknowledgement.Fingerprint);
            json.WriteString("why", stale.Why);
        });
        JsonPage.WriteArray(json, "changes", review.Changes, WriteChange);
        JsonPage.WriteArray(json, "outputs", review.Outputs, WriteChange);
        JsonPage.WriteArray(json, "drift", review.Drift, WriteChange);
        JsonPage.WriteArray(json, "rules", review.Rules, static (json, tally) =>
        {
            json.WriteString("id", tally.Rule);
            json.WriteNumber("violates", tally.Violates);
            json.WriteNumber("holds", tally.Holds);
            json.WriteNumber("cannotTell", tally.CannotTell);
        });
    });

    private static void WriteCounts(Utf8JsonWriter json, PlanReview review)
    {
        json.WriteStartObject("counts");
        foreach (var group in review.Changes.Where(change => change is { Noise: null, Follows: null }).GroupBy(change => change.Action).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(group.Key, group.Count());
        }
        json.WriteNumber("following", review.Changes.Count(change => change.Follows is not null));
        json.WriteNumber("noise", review.Changes.Count(change => change.Noise is not null));
        json.WriteNumber("reads", review.Reads);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Wording.Of(finding.Severity));
        json.WriteString("outcome", Wording.Of(finding.Outcome));
        json.WriteString("address", finding.Address);
        json.WriteString("attribute", finding.Attribute);
        json.WriteString("before", finding.Before);
        json.WriteString("after", finding.After);
        json.WriteString("consequence", finding.Consequence);
        json.WriteString("advice", finding.Advice);
        json.WriteString("snippet", finding.Snippet);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteBoolean("blocks", finding.Blocks);
        if (finding.Acknowledgement is { } given)
        {
            json.WriteStartObject("acknowledgement");
            json.WriteString("reason", given.Reason);
            json.WriteString("expires", $"{given.Expires:yyyy-MM-dd}");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("acknowledgement");
        }
        JsonPage.WriteArray(json, "folded", finding.Folded, static (json, folded) =>
        {
            json.WriteString("rule", folded.Rule);
            json.WriteString("address", folded.Address);
            json.WriteString("consequence", folded.Consequence);
        });
    }

    private static void WriteChange(Utf8JsonWriter json, ReviewedChange change)
    {
        json.WriteString("address", change.Address);
        json.WriteString("type", change.Type);
        json.WriteString("action", change.Action);
        json.WriteString("reason", change.Reason);
        json.WriteString("follows", change.Follows);
        json.WriteString("noise", change.Noise);
        JsonPage.WriteArray(json, "attributes", change.Attributes, static (json, attribute) =>
        {
            json.WriteString("path", attribute.Path);
            json.WriteString("before", attribute.Before);
            json.WriteString("after", attribute.After);
        });
    }
}
