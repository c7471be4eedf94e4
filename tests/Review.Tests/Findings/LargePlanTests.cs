using System.Text.Json.Nodes;
using Orchestrator.Review.Output;

namespace Orchestrator.Review.Tests.Findings;

public sealed class LargePlanTests
{
    private const int Resources = 5_000;

    [Fact]
    public void Five_thousand_resources_are_reviewed_and_the_comment_says_what_it_leaves_out()
    {
        var changes = JsonNode.Parse(RealPlans.RecordedPlan.Text("static-ip"))!["resource_changes"]!.AsArray().Select(change => change!.ToJsonString()).ToList();
        var copies = Enumerable.Range(0, Resources).Select(number => JsonNode.Parse(changes[number % changes.Count]
            .Replace("\"address\":\"", $"\"address\":\"module.m{number / changes.Count}.", StringComparison.Ordinal)
            .Replace("eu-central-1:123456789012:", $"eu-central-1:123456789012:{number / changes.Count}-", StringComparison.Ordinal)));
        var plan = new JsonObject { ["format_version"] = "1.2", ["resource_changes"] = new JsonArray([.. copies]) }.ToJsonString();

        var review = Given.Review(plan);

        Assert.Equal(Resources / changes.Count, review.Findings.Count(finding => finding is { Rule: "PLAN05", Folded.Count: 3 }));
        Assert.Single(review.Findings, finding => finding is { Rule: "PLAN35", Attribute: "deletes" });
        var page = ReviewMarkdown.Of(review);
        Assert.InRange(page.Length, 40_000, ReviewMarkdown.CommentBudget);
        Assert.Matches(@"\*\*Left out for length:\*\* \d+ findings, 1 picture, \d+ resources\.", page);
    }
}
