using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Tests.Rules;

public sealed class RuleCaseTests
{
    public static TheoryData<string, int> Breaking => Cases(rule => rule.Breaks is not null);

    public static TheoryData<string, int> Keeping => Cases(rule => rule.Keeps is not null);

    [Theory]
    [MemberData(nameof(Breaking))]
    public void What_breaks_a_rule_is_told_in_full_and_nothing_else_is(string rule, int index)
    {
        var broken = RuleCase.Of(rule)[index];

        var said = Manifests.Check(broken.Manifest);

        Assert.True(broken.Says.SequenceEqual(said), Difference(broken.Says, said));
        Assert.Contains(said, line => line.Contains($" {rule} ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keeping))]
    public void What_just_keeps_a_rule_is_accepted(string rule, int index)
    {
        var said = Manifests.Check(RuleCase.Of(rule)[index].Manifest);

        Assert.True(said.Count == 0, Difference([], said));
    }

    [Fact]
    public void Every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it()
    {
        var complete = RuleCase.Rules.Where(rule => RuleCase.Of(rule) is var cases && cases.Any(given => given.Breaks is not null) && cases.Any(given => given.Keeps is not null));

        // Two manifests break MAN015; the tests of the command line have them.
        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id).Where(id => id != "MAN015").Order(StringComparer.Ordinal), complete);
    }

    /// <summary>The lines that are not said as expected, each whole and on a line of its own.</summary>
    private static string Difference(IReadOnlyCollection<string> expected, IReadOnlyCollection<string> said) =>
        string.Join('\n', [
            "What is said differs (- expected, + said):",
            .. expected.Except(said, StringComparer.Ordinal).Select(line => $"- {line}"),
            .. said.Except(expected, StringComparer.Ordinal).Select(line => $"+ {line}"),
            expected.Order(StringComparer.Ordinal).SequenceEqual(said.Order(StringComparer.Ordinal)) ? "The lines are the same, in another order." : "",
        ]);

    private static TheoryData<string, int> Cases(Func<RuleCase, bool> isWanted)
    {
        var data = new TheoryData<string, int>();
        foreach (var rule in RuleCase.Rules)
        {
            var cases = RuleCase.Of(rule);
            foreach (var index in Enumerable.Range(0, cases.Count).Where(index => isWanted(cases[index])))
            {
                data.Add(rule, index);
            }
        }
        return data;
    }
}
