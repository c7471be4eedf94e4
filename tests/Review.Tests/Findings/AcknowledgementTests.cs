using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Tests.Findings;

public sealed class AcknowledgementTests
{
    private static readonly string Plan = Given.Changes("""{ "aws_lb.a": { "actions": "update", "before": { "enable_deletion_protection": true }, "after": { "enable_deletion_protection": false } } }""");

    [Fact]
    public void A_finding_that_is_answered_for_no_longer_blocks()
    {
        var finding = Assert.Single(Given.Review(Plan).Findings);

        var review = Given.Review(Plan, acknowledgements: [new("PLAN17", "aws_lb.a", finding.Fingerprint, "Goes away next week.", Given.Today)]);

        Assert.False(review.IsBlocked);
        Assert.Empty(review.Stale);
        Assert.Equal("Goes away next week.", Assert.Single(review.Findings).Acknowledgement!.Reason);
    }

    [Fact]
    public void One_that_has_expired_is_reported_and_does_not_hold()
    {
        var finding = Assert.Single(Given.Review(Plan).Findings);

        var review = Given.Review(Plan, acknowledgements: [new("PLAN17", "aws_lb.a", finding.Fingerprint, "Old.", Given.Today.AddDays(-1))]);

        Assert.True(review.IsBlocked);
        Assert.Equal("expired on 2030-01-14", Assert.Single(review.Stale).Why);
    }

    [Fact]
    public void It_does_not_hold_for_another_value()
    {
        var before = Given.Review(Given.Changes("""{ "aws_lb_listener.a": { "actions": "update", "before": { "port": 80 }, "after": { "port": 81 } } }""")).Findings[0];
        var after = Given.Changes("""{ "aws_lb_listener.a": { "actions": "update", "before": { "port": 80 }, "after": { "port": 82 } } }""");

        var review = Given.Review(after, acknowledgements: [new("PLAN10", "aws_lb_listener.a", before.Fingerprint, "Agreed.", Given.Today)]);

        Assert.True(review.IsBlocked);
        Assert.StartsWith("is for another value: the finding's fingerprint is ", Assert.Single(review.Stale).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_matches_nothing_is_reported() =>
        Assert.Equal("matches no finding of this plan: remove it", Assert.Single(Given.Review(Plan, acknowledgements: [new("PLAN01", "aws_eip.gone", "0", "Gone.", Given.Today)]).Stale).Why);

    [Fact]
    public void A_file_is_read_with_comments()
    {
        var read = AcknowledgementReader.Read("acks.json", """
            // Who answers for what.
            { "acknowledgements": [
              { "rule": "PLAN17", "address": "aws_lb.a", "fingerprint": "0123456789abcdef", "reason": "Goes away.", "expires": "2030-12-31" },
            ] }
            """, PlanRules.All);

        Assert.Equal([new("PLAN17", "aws_lb.a", "0123456789abcdef", "Goes away.", new DateOnly(2030, 12, 31))], read);
    }

    [Fact]
    public void Mistakes_in_a_file_are_told_all_at_once()
    {
        var exception = Assert.Throws<InvalidInputException>(() => AcknowledgementReader.Read("acks.json", """
            { "acknowledgements": [{ "rule": "PLAN99", "address": "", "reason": "x", "expires": "soon", "by": "me" }], "extra": 1 }
            """, PlanRules.All));

        Assert.Equal(
            [
                "acks.json: acknowledgements[0].rule is no rule: got \"PLAN99\", allowed the ids of docs/plan-rules.md",
                "acks.json: acknowledgements[0].address is not as it must be: got \"\", allowed text that is not empty",
                "acks.json: acknowledgements[0].fingerprint is missing: allowed text that is not empty; add it",
                "acks.json: acknowledgements[0].expires is not as it must be: got \"soon\", allowed a date as 2030-12-31",
                "acks.json: acknowledgements[0].by is not known: allowed rule, address, fingerprint, reason, expires; remove it",
                "acks.json: extra is not known: allowed acknowledgements; remove it",
            ],
            exception.Problems);
    }

    [Theory]
    [InlineData("{", "acks.json:1:2: this is not JSON; comments and trailing commas are allowed")]
    [InlineData("[]", "acks.json: got a list, allowed an object")]
    [InlineData("{}", "acks.json: acknowledgements is missing: allowed a list of objects; add it")]
    public void A_file_of_another_shape_is_refused(string text, string problem) =>
        Assert.Equal([problem], Assert.Throws<InvalidInputException>(() => AcknowledgementReader.Read("acks.json", text, PlanRules.All)).Problems);
}
