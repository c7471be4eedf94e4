using System.CommandLine;
using Orchestrator.Cli.Deploy;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Review.Output;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary><c>plan</c>: plans stacks, reviews the plans, and keeps them.</summary>
internal static class PlanCommand
{
    /// <summary>Where plans are kept.</summary>
    internal const string DefaultOutput = "plans";

    internal static Command Create()
    {
        var manifests = ManifestArguments.Create();
        var environments = ManifestArguments.Environments();
        var stacks = DeployOptions.Stacks();
        var synthesized = new Option<string?>("--synthesized") { Description = "Plans what stands in this output directory of synth, or of any CDKTF app, instead of synthesizing.", HelpName = "DIR" };
        var output = new Option<string>("--out") { Description = $"Where plans, reviews and hashes are kept, a folder for each stack. Plans hold secrets. {DefaultOutput} unless given.", HelpName = "DIR", DefaultValueFactory = _ => DefaultOutput };
        var markdown = new Option<string?>("--markdown") { Description = "Writes the reviews of all stacks to this file, for a comment.", HelpName = "FILE" };
        var acknowledgements = DeployOptions.Acknowledgements("None");
        var settings = new Option<string?>("--settings") { Description = "Severities, allowed ports, and what the plans are expected to be.", HelpName = "FILE" };
        var targets = new Option<string[]>("--target") { Description = "Plans this address alone, and what it needs; may be repeated. Of one stack.", HelpName = "ADDRESS" };
        var varFiles = new Option<string[]>("--var-file") { Description = "A file with values of variables; may be repeated.", HelpName = "FILE" };
        var backendConfig = DeployOptions.BackendConfig();
        var program = DeployOptions.Program();
        var command = new ExampleCommand(
            "plan",
            "Synthesizes, plans and reviews stacks, and keeps the plans. A plan takes no lock. Exit code 0: nothing changes; 2: changes; 3: findings that nobody answers for; 1: a stack could not be planned.",
            "./orchestrator plan examples/fargate-alb.yaml",
            "./orchestrator plan --stack fargate-alb-demo --markdown comment.md",
            "./orchestrator plan --synthesized cdktf.out --out plans")
        {
            manifests,
            environments,
            stacks,
            synthesized,
            output,
            markdown,
            acknowledgements,
            settings,
            targets,
            varFiles,
            backendConfig,
            program,
            Terminal.IsVerbose,
        };
        command.SetAction(result =>
        {
            var options = new PlanOptions
            {
                Manifests = [.. result.GetValue(manifests)!.Select(file => file == InputFile.StandardInput ? file : Path.GetFullPath(file))],
                Environments = result.GetValue(environments)!,
                Synthesized = result.GetValue(synthesized) is { } directory ? Path.GetFullPath(directory) : null,
                Program = result.GetValue(program),
                Targets = result.GetValue(targets)!,
                VarFiles = [.. result.GetValue(varFiles)!.Select(file => DeployOptions.Whole(file)!)],
                BackendConfig = DeployOptions.WholeBackendConfig(result.GetValue(backendConfig)!),
                Acknowledgements = DeployOptions.Whole(result.GetValue(acknowledgements)),
                Settings = DeployOptions.Whole(result.GetValue(settings)),
            };
            return Run(result.GetValue(stacks)!, result.GetValue(manifests)!, result.GetValue(synthesized), result.GetValue(output)!, result.GetValue(markdown), options, result.GetValue(program));
        });
        return command;
    }

    private static int Run(IReadOnlyList<string> names, IReadOnlyList<string> manifests, string? synthesized, string output, string? markdown, PlanOptions options, string? program)
    {
        using var session = new TerraformSession(program);
        if (synthesized is null)
        {
            using var engine = new EngineSession();
            var read = ManifestArguments.Read(manifests, options.Environments);
            synthesized = SynthCommand.DirectoryOf(null);
            if (SynthCommand.Synthesize(read, synthesized, engine) is null)
            {
                return ExitCode.Findings;
            }
        }
        else if (manifests.Count > 0)
        {
            throw new Failure("manifests and --synthesized cannot both be given: name manifests to synthesize, or what is synthesized already");
        }
        var all = SynthesizedApp.Read(synthesized);
        var stacks = SynthesizedApp.Select(all, stack => stack.Name, names);
        if (options.Targets.Count > 0 && stacks.Count != 1)
        {
            throw new Failure($"--target is an address in one stack: name the stack, one of {string.Join(", ", stacks.Select(stack => stack.Name))}");
        }
        var directory = new PlanDirectory(output);
        directory.Keep([.. all.Select(stack => stack.Name)]);
        var plans = new PlanRun(new StackPlanner(session.Terraform, directory, options), stack => Terminal.Progress($"planning {stack}")).Plan(stacks);
        Write(plans, directory, output, markdown);
        return ExitCodeOf(plans);
    }

    private static void Write(IReadOnlyList<StackPlan> plans, PlanDirectory directory, string output, string? markdown)
    {
        foreach (var plan in plans)
        {
            StandardOutput.Line($"stack {plan.Stack}{(plan.ProvisionalBecauseOf.Count > 0 ? $", provisional: {string.Join(", ", plan.ProvisionalBecauseOf)}, which it needs, changes; it is planned again before it is applied" : "")}");
            StandardOutput.Page(plan switch
            {
                { Failure: not null } => "not planned\n\n",
                { WaitsFor.Count: > 0 } => $"Waits for {PlainText.Of(string.Join(", ", plan.WaitsFor))}: it can be planned once that is applied\n\n",
                _ => $"{ReviewText.Of(plan.Review!, StandardOutput.HasColors)}\n",
            });
        }
        foreach (var plan in plans.Where(plan => plan.Failure is not null))
        {
            Terminal.Error($"{plan.Stack}: {plan.Failure}");
        }
        if (markdown is not null)
        {
            // One comment holds them all.
            var most = Math.Max(ReviewMarkdown.LeastBudget, ReviewMarkdown.CommentBudget / Math.Max(1, plans.Count));
            File.WriteAllText(markdown, PlainText.Page(string.Join('\n', plans.Select(plan => plan switch
            {
                { Failure: { } failure } => $"## {Markdown.Text(plan.Stack)}\n\nNot planned: {Markdown.Text(failure)}\n",
                { Review: { } review } => ReviewMarkdown.Of(review, plan.Stack, most),
                _ => File.ReadAllText(directory.PathOf(plan.Stack, "review.md")),
            }))));
        }
        if (plans.All(plan => plan.Failure is null) && plans.Any(plan => plan.IsPending))
        {
            StandardOutput.Line($"kept in {output}: {Hint.Of("apply", "--plan", output)}");
        }
    }

    private static int ExitCodeOf(IReadOnlyList<StackPlan> plans) =>
        plans.Any(plan => plan.Failure is not null) ? ExitCode.Failed
        : plans.Any(plan => plan.Review is { IsBlocked: true }) ? ExitCode.Findings
        : plans.Any(plan => plan.IsPending) ? ExitCode.Changes
        : ExitCode.Good;
}
