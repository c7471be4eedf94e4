using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Tests.Findings;

public sealed class SettingsTests
{
    private static readonly string Plan = Given.Changes("""{ "aws_lb_listener.a": { "actions": "update", "before": { "port": 80 }, "after": { "port": 81 } } }""");

    [Fact]
    public void A_severity_is_overridden()
    {
        var settings = Read("""{ "severities": { "PLAN10": "low" } }""");

        var review = Given.Review(Plan, settings);

        Assert.Equal(Severity.Low, Assert.Single(review.Findings).Severity);
        Assert.False(review.IsBlocked);
    }

    [Fact]
    public void What_the_plan_does_not_say_blocks_where_the_team_wants_that()
    {
        var unknown = Given.Changes("""{ "aws_lb_listener.a": { "actions": "update", "before": { "port": 80 }, "after": {}, "unknown": { "port": true } } }""");

        Assert.Equal((false, true), (Given.Review(unknown).IsBlocked, Given.Review(unknown, Read("""{ "cannotTell": "high" }""")).IsBlocked));
    }

    [Fact]
    public void Mistakes_are_told_all_at_once()
    {
        var exception = Assert.Throws<InvalidInputException>(() => Read("""{ "severities": { "PLAN99": "high", "PLAN01": "severe" }, "cannotTell": 2, "webPorts": [0, 65536], "mostDeletes": -1, "expectsState": "yes", "outputsReadElsewhere": [1], "webPort": 80 }"""));

        Assert.Equal(
            [
                "settings.json: severities.PLAN99 is no rule: allowed the ids of docs/plan-rules.md",
                "settings.json: severities.PLAN01 is not as it must be: got \"severe\", allowed low, medium, high, critical",
                "settings.json: cannotTell is not as it must be: got 2, allowed low, medium, high, critical",
                "settings.json: webPorts is not as it must be: got a list, allowed a list of whole numbers from 0 to 65535",
                "settings.json: mostDeletes is not as it must be: got -1, allowed a whole number from 0 to 1000000",
                "settings.json: expectsState is not as it must be: got \"yes\", allowed true or false",
                "settings.json: outputsReadElsewhere is not as it must be: got a list, allowed a list of text",
                "settings.json: webPort is not known: allowed severities, cannotTell, webPorts, mostDeletes, account, region, expectsState, outputsReadElsewhere; remove it",
            ],
            exception.Problems);
    }

    [Fact]
    public void A_rule_of_ones_own_is_reported_like_any_other()
    {
        var mine = new PlanRule("TEAM01", Severity.High, "aws_lb_listener", "A listener leaves port 80.", "The probe of the data centre fails.", "Tell the data centre first.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in model.Of("aws_lb_listener"))
                {
                    report.Judge(listener, "port", listener.Differs("port"));
                }
            },
        };

        var review = new Reviewer([.. PlanRules.All, mine]).Review(Given.Plan(Plan));

        Assert.Contains(review.Findings, finding => finding is { Rule: "TEAM01", Address: "aws_lb_listener.a", Before: "80", After: "81" });
    }

    [Fact]
    public void Two_rules_of_one_id_are_refused() => Assert.Throws<ArgumentException>(() => new Reviewer([.. PlanRules.All, PlanRules.All[0]]));

    private static ReviewSettings Read(string text) => SettingsReader.Read("settings.json", text, PlanRules.All);
}
