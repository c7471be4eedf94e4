using Orchestrator.Review.Output;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Tests.RealPlans;

public sealed class RecordedPlanTests
{
    public static TheoryData<string> Cases => [.. CaseFile.Names];

    public static TheoryData<string> CasesOfRules => [.. CaseFile.Names.Where(IsOfRule)];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_review_of_a_case_says_what_it_does_to_load_balancing(string name)
    {
        var review = new Reviewer(PlanRules.All).Review(RecordedPlan.Read(name));

        return Verify(ReviewText.Of(review), Snapshots.Settings).UseParameters(name);
    }

    [Theory]
    [MemberData(nameof(CasesOfRules))]
    public void A_case_violates_the_rule_that_it_is_named_after(string name)
    {
        var rule = name.Split('-')[0];
        var violated = new Reviewer(PlanRules.All).Review(RecordedPlan.Read(name)).Rules.Where(tally => tally.Violates > 0).Select(tally => tally.Rule);

        Assert.Contains(rule, violated);
    }

    /// <summary>Rules about what the installed provider does not know.</summary>
    private static readonly string[] Newer = ["PLAN53"];

    [Fact]
    public void Every_rule_has_a_case_that_the_real_provider_planned() =>
        Assert.Equal(PlanRules.All.Select(rule => rule.Id).Except(Newer), CaseFile.Names.Where(IsOfRule).Select(name => name.Split('-')[0]).Distinct());

    private static bool IsOfRule(string name) => name.StartsWith("PLAN", StringComparison.Ordinal);
}
