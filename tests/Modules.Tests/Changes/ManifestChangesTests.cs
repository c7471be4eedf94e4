using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Tests.Terraform;
using Xunit.Abstractions;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What is right at the first apply is right at the second, as the real Terraform with the real provider plans it.</summary>
[Collection(nameof(Jsii))]
public sealed class ManifestChangesTests(ManifestChanges changes, ITestOutputHelper output) : IClassFixture<ManifestChanges>
{
    [TerraformFact]
    public void What_is_taken_out_of_a_manifest_is_planned()
    {
        _ = changes.Changes;
        // What a key of the same kind shows elsewhere need not be shown again where the key says what is the default.
        var tried = changes.Removals.Where(entry => entry.Removal.Is != Removal.Kind.NoDifference).Select(entry => (entry.Setting.Declared, entry.Setting.Bound)).ToHashSet();
        var stays = changes.Removals.Where(entry => entry.Removal.Is != Removal.Kind.NoDifference || !tried.Contains((entry.Setting.Declared, entry.Setting.Bound))).ToDictionary(entry => $"{entry.Manifest} {entry.Setting.Text}", entry => Stays(entry.Removal).ToList()).Where(entry => entry.Value.Count > 0).ToList();
        output.WriteLine(string.Join(", ", changes.Removals.GroupBy(entry => entry.Removal.Is).Select(group => $"{group.Count()} {group.Key}")));
        AssertNone([.. stays.SelectMany(entry => entry.Value.Where(part => Exemptions.All.ReasonOf(entry.Key, part) is null).Select(part => $"{entry.Key}: {part}")), .. Exemptions.All.Unused.Select(unused => $"no key needs the exemption {unused}")]);
    }

    [TerraformFact]
    public void What_is_changed_in_a_manifest_can_be_planned()
    {
        _ = changes.Changes;
        output.WriteLine($"{changes.Values} other values, {changes.PairChanges} changes of pairs; {changes.Changes.Count} different changes with those of keys taken out, {changes.Plan.Refused.Count} refused");
        AssertNone([.. changes.Plan.Refused.Values.Where(refusal => Exemptions.ReasonOfRefusal(refusal) is null)]);
    }

    [TerraformFact]
    public void Planning_the_same_again_plans_nothing() => AssertNone(changes.Plan.StillPlanned);

    [TerraformFact]
    public void An_ejected_stack_plans_nothing_over_what_was_applied_and_needs_no_formatting()
    {
        var planned = changes.Plan.PlanInstead(ManifestChanges.Ejected, out var fmt);

        AssertNone(planned);
        Assert.Equal("", fmt);
    }

    [TerraformFact]
    public void What_the_review_does_not_tell_has_a_reason()
    {
        _ = changes.Changes;
        var untold = changes.Plan.Reviews.Where(entry => entry.Value.Findings.Count == 0).ToDictionary(entry => entry.Key, entry => entry.Value.Changes.SelectMany(Untold.Of).ToList());
        output.WriteLine($"{changes.Plan.Reviews.Count} changes, {changes.Plan.Reviews.Count - untold.Count} told, {untold.Count} not; {string.Join(", ", changes.Plan.Reviews.Values.SelectMany(review => review.Findings.Select(finding => finding.Rule).Distinct()).CountBy(rule => rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key} {rule.Value}"))}");
        AssertNone([.. untold.SelectMany(entry => entry.Value.Where(part => Untold.ReasonOf(part) is null).Select(part => $"{part}: {entry.Key.Name}")).Order(StringComparer.Ordinal), .. Untold.Unused.Select(unused => $"nothing needs the reason for {unused}")]);
    }

    /// <summary>All of them are told, where there are some.</summary>
    private static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>What stays when a key is taken out: from the value that the manifest has, or from another where that one is the default.</summary>
    private IEnumerable<string> Stays(Removal removal)
    {
        if (removal.Is == Removal.Kind.NoDifference)
        {
            return ["no value of it makes a difference"];
        }
        var known = removal.Changes.Where(changes.Changes.ContainsKey).ToList();
        var planned = known.Where(change => !changes.Changes[change].All(PlannedStack.IsNothing)).ToList();
        return removal.Changes.Except(known).Select(change => changes.Plan.Refused[changes.Plan.Refused.ContainsKey(change) ? change : change.Start!])
            .Concat(known.Count > 0 && planned.Count == 0 ? ["nothing is planned"] : planned.SelectMany(change => change.Unplanned(changes.Changes[change])));
    }
}
