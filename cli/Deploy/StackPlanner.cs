using Orchestrator.Cli.Output;
using Orchestrator.Review.Output;
using Orchestrator.Text;

namespace Orchestrator.Cli.Deploy;

/// <summary>Plans a stack, reviews the plan, and keeps both.</summary>
/// <param name="terraform">What plans.</param>
/// <param name="directory">Where the plans are kept.</param>
/// <param name="options">How they are made.</param>
internal sealed class StackPlanner(Terraform terraform, PlanDirectory directory, PlanOptions options)
{
    private readonly Reviewing _reviewing = new(terraform);

    /// <summary>Refuses what no plan can be made in.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="stackDirectory">The directory that Terraform runs in.</param>
    /// <param name="terraform">What would run.</param>
    internal static void Require(string stack, string stackDirectory, Terraform terraform)
    {
        if (File.Exists(Path.Combine(stackDirectory, "errored.tfstate")))
        {
            throw new Failure(TerraformError.UnsavedState(stackDirectory, terraform));
        }
        var selection = Path.Combine(stackDirectory, ".terraform", "environment");
        RequireWorkspace(stack, Environment.GetEnvironmentVariable("TF_WORKSPACE"), "TF_WORKSPACE", "unset it");
        RequireWorkspace(stack, File.Exists(selection) ? File.ReadAllText(selection).Trim() : null, selection, "remove it");
    }

    /// <summary>Plans a stack. Nothing is thrown for what Terraform says.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="needed">What came of the stacks that it needs.</param>
    internal StackPlan Plan(SynthesizedStack stack, IReadOnlyList<StackPlan> needed)
    {
        var pending = needed.Where(plan => plan.IsPending).Select(plan => plan.Stack).ToList();
        if (needed.FirstOrDefault(plan => plan.Failure is not null) is { } failed)
        {
            return new StackPlan(stack.Name) { Failure = $"not planned, since {failed.Stack} could not be" };
        }
        try
        {
            using var held = StackLock.Take(directory.Root, stack.Name);
            directory.Clear(stack.Name);
            Require(stack.Name, stack.Directory, terraform);
            terraform.Initialize(stack.Directory, directory.PathOf(stack.Name, "init.log"), options.Init);
            try
            {
                MakePlan(stack.Directory, stack.Name, directory.PathOf(stack.Name, "plan"));
            }
            catch (Failure failure) when (pending.Count > 0 && !terraform.IsInterrupted)
            {
                // What it reads of the others is not there yet.
                return Wait(stack, pending, failure);
            }
            return Keep(stack, pending);
        }
        catch (Failure failure)
        {
            return new StackPlan(stack.Name) { Failure = failure.Message };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StackPlan(stack.Name) { Failure = TerraformError.IsAboutSpace(exception.Message) ? TerraformError.FullDisk : $"cannot write to {directory.Root}: {exception.Message.TrimEnd('.')}" };
        }
    }

    /// <summary>
    /// Makes the plan. It writes no state and so takes no lock: should another apply come in between, Terraform finds the plan stale. A reader of
    /// the state can plan.
    /// </summary>
    /// <param name="stackDirectory">The directory that Terraform runs in.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="plan">The file for the plan.</param>
    internal void MakePlan(string stackDirectory, string stack, string plan)
    {
        terraform.Run(stackDirectory, directory.PathOf(stack, "plan.log"), ["plan", "-input=false", "-lock=false", .. options.Plan, $"-out={plan}.new"]);
        File.Move($"{plan}.new", plan, overwrite: true);
    }

    /// <summary>In HCP Terraform a stack's workspace is called as the stack is. Elsewhere another workspace means another state.</summary>
    private static void RequireWorkspace(string stack, string? workspace, string place, string fix)
    {
        if (workspace is { Length: > 0 } and not "default" && workspace != stack)
        {
            throw new Failure($"{place} selects workspace {workspace}, whose state would be another one: a stack has a state of its own and needs no workspace; {fix}");
        }
    }

    private StackPlan Wait(SynthesizedStack stack, List<string> pending, Failure failure)
    {
        File.Delete(directory.PathOf(stack.Name, "plan.new"));
        directory.Write(RecordOf(stack) with { WaitsFor = pending });
        directory.Write(stack.Name, "review.md", $"## {Markdown.Text(stack.Name)}\n\nCannot be planned before {Markdown.Text(string.Join(", ", pending))} {(pending.Count == 1 ? "is" : "are")} applied: {Markdown.Text(failure.Message)}\n");
        return new StackPlan(stack.Name) { WaitsFor = pending };
    }

    private StackPlan Keep(SynthesizedStack stack, List<string> pending)
    {
        var plan = directory.PathOf(stack.Name, "plan");
        var review = _reviewing.Review(stack.Directory, plan, options);
        directory.Write(stack.Name, "review.md", PlainText.Page(ReviewMarkdown.Of(review, stack.Name)));
        directory.Write(stack.Name, "review.json", PlainText.Page(ReviewJson.Of(review)));
        directory.Write(RecordOf(stack) with
        {
            ProvisionalBecauseOf = pending,
            Hashes = PlanHashes.Of(stack.Directory, plan),
            Providers = PlanHashes.Providers(stack.Directory),
            Fingerprint = review.Fingerprint,
            HasChanges = review.HasChanges,
        });
        return new StackPlan(stack.Name) { Review = review, ProvisionalBecauseOf = pending };
    }

    private PlanRecord RecordOf(SynthesizedStack stack) => new()
    {
        Stack = stack.Name,
        Needs = stack.Needs,
        Directory = Path.GetRelativePath(directory.PathOf(stack.Name, "."), stack.Directory),
        Program = terraform.Program.ToString(),
        Options = options,
    };
}
