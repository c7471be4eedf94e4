using System.Text.Json;
using Orchestrator.Modules.State;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Masking;

namespace Orchestrator.Cli.Deploy;

/// <summary>Applies plans that were reviewed, in the order of the stacks.</summary>
/// <param name="terraform">What applies.</param>
/// <param name="directory">The plans.</param>
/// <param name="answers">The file of acknowledgements that the command line names; null for the plan's own.</param>
/// <param name="isReplanned">Whether each plan is made again, to be applied if it still does the same.</param>
/// <param name="said">Gets every line that Terraform says while it applies.</param>
internal sealed class ApplyRun(Terraform terraform, PlanDirectory directory, string? answers, bool isReplanned, Action<string> said) : IDisposable
{
    private readonly Dictionary<string, StackLock> _held = [];
    private readonly Dictionary<string, PlanReview> _reviews = [];
    private readonly Reviewing _reviewing = new(terraform);

    /// <summary>Whether somebody wants this to end.</summary>
    internal bool IsInterrupted => terraform.IsInterrupted;

    /// <summary>The plans that are to be applied, each after those that it needs.</summary>
    /// <exception cref="Failure">Stacks are not there, need each other in a circle, or need one that is not applied.</exception>
    internal IReadOnlyList<PlanRecord> Choose(IReadOnlyList<string> names)
    {
        var records = directory.Read().ToDictionary(record => record.Stack);
        var order = StackGraph.InOrder(records.Keys, name => records[name].Needs.Where(records.ContainsKey), out var cycle);
        if (cycle.Count > 0)
        {
            throw new Failure($"the plans in {directory.Root} need each other in a circle: {string.Join(" → ", cycle)}; plan again");
        }
        var chosen = SynthesizedApp.Select([.. order.Select(name => records[name])], record => record.Stack, names);
        foreach (var record in chosen)
        {
            var left = record.Needs.Where(records.ContainsKey).Select(name => records[name]).Where(needed => (needed.HasChanges || needed.WaitsFor.Count > 0) && !directory.IsApplied(needed) && !chosen.Contains(needed)).ToList();
            if (left.Count > 0)
            {
                throw new Failure($"{record.Stack} needs {string.Join(", ", left.Select(needed => needed.Stack))}, which {(left.Count == 1 ? "is" : "are")} planned and not applied: apply {(left.Count == 1 ? "it" : "them")} too");
            }
        }
        return [.. chosen.Where(record => !directory.IsApplied(record))];
    }

    /// <summary>Refuses a plan that is not the one that was reviewed, before anything is applied.</summary>
    /// <returns>The findings that nobody answers for.</returns>
    internal IReadOnlyList<Finding> Check(PlanRecord record)
    {
        if (record.WaitsFor.Count > 0)
        {
            return [];
        }
        _held[record.Stack] = StackLock.Take(directory.Root, record.Stack);
        if (directory.IsApplied(record))
        {
            throw new Failure($"{record.Stack} has been applied by another process meanwhile: plan again to see what is left to do");
        }
        var (stackDirectory, plan) = (DirectoryOf(record), directory.PathOf(record.Stack, "plan"));
        if (!Directory.Exists(stackDirectory))
        {
            throw new Failure($"{record.Stack} was planned in {stackDirectory}, which is gone: plan again");
        }
        StackPlanner.Require(record.Stack, stackDirectory, terraform);
        var differences = PlanHashes.Compare(record.Hashes, PlanHashes.Of(stackDirectory, plan));
        if (differences.Count > 0)
        {
            throw new Failure($"{record.Stack} is not what was reviewed: {string.Join(", ", differences)}; plan and review again");
        }
        if (terraform.Program.ToString() != record.Program)
        {
            throw new Failure($"{record.Stack} was planned by {record.Program}, and this is {terraform.Program}: apply with the same, or plan and review again");
        }
        terraform.Initialize(stackDirectory, directory.PathOf(record.Stack, "init.log"), [.. record.Options.Init, "-lockfile=readonly"]);
        return Blocking(isReplanned && record.ProvisionalBecauseOf.Count == 0 ? Replan(record) : Review(record, plan));
    }

    /// <summary>Applies a plan.</summary>
    /// <exception cref="Failure">It could not be applied.</exception>
    internal void Apply(PlanRecord record)
    {
        var plan = directory.PathOf(record.Stack, "plan");
        if (record.ProvisionalBecauseOf.Count > 0)
        {
            Replan(record);
        }
        if (isReplanned || record.ProvisionalBecauseOf.Count > 0)
        {
            plan = directory.PathOf(record.Stack, "plan.again");
        }
        if (record.HasChanges)
        {
            var masker = _reviews[record.Stack].Masker;
            var lines = new MaskedLines(masker, said);
            try
            {
                terraform.Run(DirectoryOf(record), directory.PathOf(record.Stack, "apply.log"), ["apply", "-input=false", plan], lines.Say);
            }
            catch (Failure failure)
            {
                throw new Failure(masker.Text(failure.Message));
            }
            finally
            {
                lines.Finish(lines.HoldsBack ? SecretsOfState(record) : null);
            }
        }
        directory.MarkApplied(record);
    }

    public void Dispose()
    {
        foreach (var held in _held.Values)
        {
            held.Dispose();
        }
    }

    private Masker? SecretsOfState(PlanRecord record)
    {
        try
        {
            return terraform.Read(DirectoryOf(record), ["show", "-json"], StateSecrets.Read);
        }
        catch (Exception exception) when (exception is Failure or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string DirectoryOf(PlanRecord record) => Path.GetFullPath(Path.Combine(directory.PathOf(record.Stack, "."), record.Directory));

    /// <summary>Makes the plan again beside the one that was reviewed, and refuses one that does something else.</summary>
    private PlanReview Replan(PlanRecord record)
    {
        var (stackDirectory, plan) = (DirectoryOf(record), directory.PathOf(record.Stack, "plan.again"));
        new StackPlanner(terraform, directory, record.Options).MakePlan(stackDirectory, record.Stack, plan);
        return Review(record, plan);
    }

    private PlanReview Review(PlanRecord record, string plan)
    {
        var review = _reviewing.Review(DirectoryOf(record), plan, record.Options with { Acknowledgements = answers ?? record.Options.Acknowledgements });
        return review.Fingerprint == record.Fingerprint
            ? _reviews[record.Stack] = review
            : throw new Failure($"the plan of {record.Stack} does something else now than the one that was reviewed (fingerprint {review.Fingerprint}, reviewed {record.Fingerprint}): plan and review again");
    }

    private static IReadOnlyList<Finding> Blocking(PlanReview review) => [.. review.Findings.Where(finding => finding.Blocks)];
}
