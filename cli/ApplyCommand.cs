using System.CommandLine;
using Orchestrator.Cli.Deploy;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli;

/// <summary><c>apply</c>: applies exactly the plans that were reviewed.</summary>
internal static class ApplyCommand
{
    internal static Command Create()
    {
        var stacks = DeployOptions.Stacks();
        var plans = new Option<string>("--plan") { Description = $"The directory that plan has filled. {PlanCommand.DefaultOutput} unless given.", HelpName = "DIR", DefaultValueFactory = _ => PlanCommand.DefaultOutput };
        var acknowledgements = DeployOptions.Acknowledgements("Those that were given to plan");
        var isReplanned = new Option<bool>("--replan") { Description = "Makes each plan again, and applies it if it still does what was reviewed." };
        var program = DeployOptions.Program();
        var command = new ExampleCommand(
            "apply",
            "Applies exactly the plans that were reviewed, in the order of the stacks. Refuses a plan that no longer matches, or with a finding that nobody answers for (exit code 3). Exit code 2: stacks are left that have to be planned now.",
            "./orchestrator apply --plan plans",
            "./orchestrator apply --stack fargate-alb-demo --plan plans --replan")
        {
            stacks,
            plans,
            acknowledgements,
            isReplanned,
            program,
        };
        command.SetAction(result => Run(result.GetValue(stacks)!, result.GetValue(plans)!, DeployOptions.Whole(result.GetValue(acknowledgements)), result.GetValue(isReplanned), result.GetValue(program)));
        return command;
    }

    private static int Run(IReadOnlyList<string> names, string plans, string? acknowledgements, bool isReplanned, string? program)
    {
        using var session = new TerraformSession(program);
        using var run = new ApplyRun(session.Terraform, new PlanDirectory(plans), acknowledgements, isReplanned, StandardOutput.Line);
        var chosen = run.Choose(names);
        return Refuses(run, chosen) ?? Apply(run, chosen, plans);
    }

    /// <summary>Every stack is looked at before the first is applied; the exit code where one is refused.</summary>
    private static int? Refuses(ApplyRun run, IReadOnlyList<PlanRecord> chosen)
    {
        int? exitCode = null;
        foreach (var record in chosen)
        {
            try
            {
                Terminal.Progress($"checking {record.Stack}");
                foreach (var finding in run.Check(record))
                {
                    Terminal.Error($"{record.Stack}: {finding.Rule} {finding.Address}: nobody answers for this finding, {finding.Fingerprint}; acknowledge it in the file that --acks names (docs/review.md)");
                    exitCode ??= ExitCode.Findings;
                }
            }
            catch (Failure failure)
            {
                Terminal.Error(failure.Message);
                exitCode = ExitCode.Failed;
            }
        }
        if (exitCode is not null)
        {
            Terminal.Error("nothing is applied");
        }
        return exitCode;
    }

    private static int Apply(ApplyRun run, IReadOnlyList<PlanRecord> chosen, string plans)
    {
        var (applied, failed, left) = (new List<string>(), new List<string>(), new List<string>());
        string Again(IEnumerable<string> stacks) => Hint.Of(chosen[0].Options.Again(stacks, plans));
        foreach (var record in chosen)
        {
            if (record.WaitsFor.Count > 0 || record.Needs.Any(left.Contains))
            {
                left.Add(record.Stack);
                continue;
            }
            if (run.IsInterrupted || record.Needs.Any(failed.Contains))
            {
                failed.Add(record.Stack);
                continue;
            }
            try
            {
                Terminal.Progress($"applying {record.Stack}");
                run.Apply(record);
                applied.Add(record.Stack);
            }
            catch (Failure failure)
            {
                Terminal.Error($"{record.Stack}: {failure.Message}");
                failed.Add(record.Stack);
            }
        }
        StandardOutput.Line($"applied: {(applied.Count == 0 ? "nothing" : string.Join(", ", applied))}");
        if (failed.Count > 0)
        {
            Terminal.Error($"not applied: {string.Join(", ", failed.Concat(left))}; what was applied is in the state, and stays. When the cause is gone, plan again: {Again(failed.Concat(left))}");
            return ExitCode.Failed;
        }
        if (left.Count > 0)
        {
            StandardOutput.Line($"to be planned now: {Again(left)}");
            return ExitCode.Changes;
        }
        return ExitCode.Good;
    }
}
