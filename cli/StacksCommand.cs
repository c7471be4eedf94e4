using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Stacks;

namespace Orchestrator.Cli;

/// <summary><c>stacks</c>: the stacks of manifests, for an engine that plans many.</summary>
internal static class StacksCommand
{
    internal static Command Create()
    {
        var manifests = ManifestArguments.Create();
        var environments = ManifestArguments.Environments();
        var format = new Option<string>("--format") { Description = "text, json, github (the matrix of a job) or atlantis (an atlantis.yaml). text unless given.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "github", "atlantis");
        var since = new Option<string?>("--changed-since") { Description = "Only what has changed since this branch, tag or commit of git and what is checked out went apart, and what needs it.", HelpName = "REVISION" };
        var output = new Option<string>("--out") { Description = "The output directory of synth, for the directories of atlantis. cdktf.out unless given.", HelpName = "DIR", DefaultValueFactory = _ => "cdktf.out" };
        var command = new ExampleCommand(
            "stacks",
            "Lists the stacks of manifests with what they need and are made from, each after those that it needs: docs/many-stacks.md.",
            "./orchestrator stacks examples",
            "./orchestrator stacks examples --format github --changed-since HEAD")
        {
            manifests,
            environments,
            format,
            since,
            output,
        };
        command.SetAction(result => Run(result.GetValue(manifests)!, result.GetValue(environments)!, result.GetValue(format)!, result.GetValue(since), result.GetValue(output)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environments, string format, string? since, string output)
    {
        var manifests = ManifestArguments.Read(arguments, environments);
        if (FindingText.Forbids(manifests, "listed"))
        {
            return ExitCode.Findings;
        }
        var stacks = ListedStack.Of(manifests);
        if (since is not null)
        {
            var changes = new GitChanges(since);
            var touched = manifests.Where(changes.Touch).SelectMany(manifest => manifest.StackNames).ToHashSet();
            // Who comes later in the order may need who came before.
            stacks = [.. stacks.Where(stack => touched.Contains(stack.Name) || (stack.Needs.Any(touched.Contains) && touched.Add(stack.Name)))];
        }
        StandardOutput.Page(format switch
        {
            "json" => StackLists.Json(stacks),
            "github" => StackLists.GitHub(stacks),
            "atlantis" => StackLists.Atlantis(stacks, output),
            _ => StackLists.Text(stacks),
        });
        return ExitCode.Good;
    }
}
