using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>One run over a manifest that breaks nearly every rule there is.</summary>
public sealed class ManyRulesTests
{
    /// <summary>Rules that no manifest can break beside all the others.</summary>
    private static readonly Dictionary<string, string> Alone = new()
    {
        ["ACM162"] = "no certificate is in a region that is none (MAN014)",
        ["MAN001"] = "the text is not a manifest, so that nothing else is read",
        ["MAN008"] = "the text is too large to be read",
        ["MAN015"] = "two manifests break it",
        ["MAN017"] = "the other cases are of one environment",
        ["NET177"] = "the other cases stand in the one network",
        ["NET178"] = "the other cases stand in the one network",
        ["NET179"] = "the other cases stand in the one network",
        ["NET290"] = "the other cases stand in the one network",
        ["ADOPT367"] = "its cases stand in the one map of what is adopted",
        ["NLB188"] = "the other cases stand in the one network",
        ["PROV331"] = "another case says which versions of the provider are accepted",
        ["PROV332"] = "another case stands in the one map of overrides",
        ["STATE168"] = "the other cases stand in the one backend",
        ["STATE170"] = "the other cases stand in the one backend",
        ["STATE171"] = "the other cases stand in the one backend",
        ["STATE172"] = "the other cases stand in the one backend",
        ["STATE280"] = "the other cases stand in the one backend",
        ["STATE281"] = "the other cases stand in the one backend",
        ["LB358"] = "the other cases stand in the one network",
        ["LB359"] = "the other cases stand in the one network",
        ["STATE282"] = "the other cases stand in the one backend",
        ["STATE283"] = "the other cases stand in the one backend",
        ["STATE284"] = "the other cases stand in the one backend",
        ["STATE285"] = "the other cases stand in the one backend",
        ["STATE288"] = "the other cases stand in the one map of stacks",
        ["SVC326"] = "other cases have the same names in the one namespace",
        ["SVC327"] = "other cases have the same names in the one namespace",
        ["SVC328"] = "other cases have the same names in the one namespace",
        ["SVC329"] = "other cases have the same names in the one namespace",
        ["SVC330"] = "its service of another controller names no group, so that LB361 is not told",
        ["SVC331"] = "its service of another controller names no group, so that LB361 is not told",
    };

    /// <summary>Rules that are not tried with others: what breaks them is no line of a resource.</summary>
    private static readonly string[] Apart = ["MAN001", "MAN008", "MAN015", "STATE280", "STATE288"];

    [Fact]
    public void A_manifest_that_breaks_nearly_every_rule_has_each_told_as_often_as_it_is_broken_at_its_own_line()
    {
        var (joined, left) = (new List<(string Rule, RuleCase Case)>(), new List<string>());

        Join([.. RuleCatalogue.All.Select(rule => rule.Id).Where(id => !Apart.Contains(id))], joined, left);

        Assert.True(joined.Count >= 100);
        Assert.Equal(Lines(Alone.Keys.Except(Apart)), Lines(left));
    }

    private static string Lines(IEnumerable<string> rules) => string.Join('\n', rules.Order(StringComparer.Ordinal));

    /// <summary>Joins what can be told together, half by half: reading a large manifest once for each rule would take minutes.</summary>
    private static void Join(IReadOnlyList<string> rules, List<(string Rule, RuleCase Case)> joined, List<string> left)
    {
        var tries = rules is [var only] ? Breaking(only).Select(candidate => new[] { (only, candidate) }) : [[.. rules.Select(rule => (rule, Breaking(rule).First()))]];
        if (tries.FirstOrDefault(cases => IsTold([.. joined, .. cases])) is { } told)
        {
            joined.AddRange(told);
        }
        else if (rules.Count == 1)
        {
            left.AddRange(rules);
        }
        else
        {
            Join([.. rules.Take(rules.Count / 2)], joined, left);
            Join([.. rules.Skip(rules.Count / 2)], joined, left);
        }
    }

    private static IEnumerable<RuleCase> Breaking(string rule) => RuleCase.Of(rule).Where(candidate => candidate.Breaks is not null);

    private static bool IsTold(IReadOnlyList<(string Rule, RuleCase Case)> cases)
    {
        var merged = new MergedManifest();
        return cases.All(entry => merged.TryAdd(entry.Rule, entry.Case))
            && merged.Expected.Order(StringComparer.Ordinal).SequenceEqual(Manifests.Read(merged.Text).Findings.Select(MergedManifest.Summary).Order(StringComparer.Ordinal));
    }
}
