using Orchestrator.Review.Acknowledgements;
using Orchestrator.Diagram;
using Orchestrator.Review.Changes;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Masking;
using Orchestrator.Review.Picture;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review;

/// <summary>Reviews plans.</summary>
/// <param name="rules">The rules; <see cref="PlanRules.All"/> with one's own appended, for example. Each id once.</param>
public sealed class Reviewer(IReadOnlyList<PlanRule> rules)
{
    /// <summary>The rules that it goes by.</summary>
    public IReadOnlyList<PlanRule> Rules { get; } = rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count() == rules.Count ? rules : throw new ArgumentException("two rules have one id", nameof(rules));

    /// <summary>Reviews a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">What the team says about its reviews; the defaults unless given.</param>
    /// <param name="acknowledgements">What somebody answers for; nothing unless given.</param>
    /// <param name="today">The day by which acknowledgements expire; today in UTC unless given.</param>
    public PlanReview Review(Plan plan, ReviewSettings? settings = null, IReadOnlyList<Acknowledgement>? acknowledgements = null, DateOnly? today = null)
    {
        settings ??= new ReviewSettings();
        // The one part that looks at every value of every change, and needs nothing of the others.
        var fingerprint = Task.Run(() => PlanFingerprint.Of(plan));
        var model = new PlanModel(plan, settings);
        var masker = new Masker(plan.Secrets);
        var cascades = new Cascades(model);
        var results = Run(model);
        var changes = new ChangeWriter(masker, cascades);
        var (findings, stale) = AcknowledgementMatcher.Match(
            new FindingWriter(masker, cascades, model.Renames, settings).Of(results),
            acknowledgements ?? [],
            today ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        return new PlanReview
        {
            Fingerprint = fingerprint.GetAwaiter().GetResult(),
            TerraformVersion = plan.TerraformVersion,
            Findings = findings,
            Changes = [.. plan.Changes.Concat(plan.Deferred).Where(change => !ChangeWriter.IsRead(change)).Select(changes.Of).OfType<ReviewedChange>().Concat(plan.Invocations.Select(changes.Of)).OrderBy(change => change.Address, StringComparer.Ordinal)],
            Drift = [.. plan.Drift.Select(changes.OfDrift).OrderBy(change => change.Address, StringComparer.Ordinal)],
            Outputs = [.. plan.Outputs.Where(output => !output.IsUntouched).Select(output => OutputOf(masker, output)).OrderBy(output => output.Address, StringComparer.Ordinal)],
            Reads = plan.Changes.Count(change => ChangeWriter.IsRead(change) && change.Actions.Contains("read")),
            Rules = [.. results.GroupBy(result => result.Rule.Id).Select(Tally).OrderBy(tally => tally.Rule, StringComparer.Ordinal)],
            Coverage = LookedAt.Of(model, masker),
            Stale = stale,
            Masker = masker,
            Drawing = new Lazy<TrafficDiagram>(() => new PictureOfPlan(model, masker).Draw()),
        };
    }

    private List<RuleResult> Run(PlanModel model)
    {
        var results = new List<RuleResult>();
        foreach (var rule in Rules)
        {
            rule.Check(model, new RuleReport(rule, results));
        }
        return results;
    }

    private static ReviewedChange OutputOf(Masker masker, OutputChange output)
    {
        var hides = output.Before.HasSensitive || output.After.HasSensitive || Sensitivity.IsSecret(output.Name);
        var action = output.Actions is [var single] ? single : string.Join(" and ", output.Actions);
        return new ReviewedChange(masker.Text($"output.{output.Name}"), "output", action, null, null, null, [new AttributeChange("value", masker.Show(output.Before, hides), masker.Show(output.After, hides))]);
    }

    private static RuleTally Tally(IGrouping<string, RuleResult> results)
    {
        int Count(Outcome outcome) => results.Count(result => result.Outcome == outcome);
        return new RuleTally(results.Key, Count(Outcome.Violates), Count(Outcome.Holds), Count(Outcome.CannotTell));
    }
}
