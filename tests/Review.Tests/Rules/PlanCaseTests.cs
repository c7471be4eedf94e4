using System.Text;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Tests.Rules;

public sealed class PlanCaseTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (rule, given) in PlanCase.Rules.SelectMany(rule => PlanCase.Of(rule).Select(given => (rule, given))))
            {
                data.Add(rule, given.Name);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_comes_to_the_outcome_of_its_case(string rule, string name)
    {
        var given = PlanCase.Of(rule).Single(given => given.Name == name);
        var settings = SettingsReader.Read("settings", given.Settings, PlanRules.All);

        var review = new Reviewer(PlanRules.All).Review(PlanReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(given.Plan))), settings);

        var tally = Assert.Single(review.Rules, tally => tally.Rule == rule);
        Assert.Equal(given.Outcome, tally.Violates > 0 ? "violates" : tally.CannotTell > 0 ? "cannotTell" : "holds");
        Assert.Equal(given.Says, review.Findings.Where(finding => finding.Rule == rule).Select(finding => $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Address} {finding.Attribute}".TrimEnd()));
        Assert.All(review.Findings, finding => Assert.True(finding is { Consequence.Length: > 0, Advice.Length: > 0 }));
    }

    [Fact]
    public void Every_rule_has_a_case_of_each_outcome() =>
        Assert.Equal(
            PlanRules.All.Select(rule => rule.Id),
            PlanCase.Rules.Where(rule => PlanCase.Of(rule).Select(given => given.Outcome).Distinct().Count() == 3));
}
