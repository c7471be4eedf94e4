using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli;

/// <summary><c>manifest</c>: shows what a manifest of several environments says of each.</summary>
internal static class ManifestCommand
{
    internal static Command Create() => new ExampleCommand(
        "manifest",
        "Shows what a manifest of several environments says of each: docs/manifest.md.",
        "./orchestrator manifest show examples/environments/store.yaml --environment production",
        "./orchestrator manifest diff examples/environments/store.yaml staging production")
    {
        CreateShow(),
        CreateDiff(),
    };

    private static ExampleCommand CreateShow()
    {
        var manifest = OneManifest();
        var environment = new Option<string?>("--environment") { Description = "Which. May be left out where there is one.", HelpName = "NAME" };
        var command = new ExampleCommand(
            "show",
            "Prints the whole manifest of one environment, what differs merged into the rest.",
            "./orchestrator manifest show examples/environments/store.yaml --environment production")
        {
            manifest,
            environment,
        };
        command.SetAction(result => Show(result.GetValue(manifest)!, result.GetValue(environment)));
        return command;
    }

    private static ExampleCommand CreateDiff()
    {
        var manifest = OneManifest();
        var one = new Argument<string>("ONE") { Description = "An environment." };
        var other = new Argument<string>("OTHER") { Description = "Another." };
        var command = new ExampleCommand(
            "diff",
            "Says what two environments of a manifest do not have in common, a line for each setting.",
            "./orchestrator manifest diff examples/environments/store.yaml staging production")
        {
            manifest,
            one,
            other,
        };
        command.SetAction(result => Differ(result.GetValue(manifest)!, result.GetValue(one)!, result.GetValue(other)!));
        return command;
    }

    private static Argument<string> OneManifest() => new("MANIFEST") { Description = "The manifest; - is standard input." };

    private static int Show(string file, string? environment)
    {
        var manifests = ManifestArguments.Read([file], environment is null ? [] : [environment]);
        if (manifests.Count > 1)
        {
            throw new Failure($"{file} has {manifests.Count} environments: say --environment with one of {string.Join(", ", manifests.Select(manifest => manifest.Environment))}");
        }
        return Require(manifests) ? Print(ManifestText.Of(manifests[0])) : ExitCode.Findings;
    }

    private static int Differ(string file, string one, string other)
    {
        var manifests = ManifestArguments.Read([file], [one, other]);
        if (!Require(manifests))
        {
            return ExitCode.Findings;
        }
        if (manifests.Count < 2)
        {
            throw new Failure($"two environments are compared: {one} is given twice");
        }
        var differences = ManifestDifferences.Of(manifests.First(manifest => manifest.Environment == one), manifests.First(manifest => manifest.Environment == other));
        return Print(differences.Count == 0 ? $"{one} and {other} are the same but for their names\n" : string.Concat(differences.Select(line => $"{line}\n")));
    }

    /// <summary>Whether the text could be read; what is wrong with it otherwise is told.</summary>
    private static bool Require(IReadOnlyList<ManifestResult> manifests)
    {
        var isRead = manifests.All(manifest => manifest.IsYaml);
        if (!isRead)
        {
            FindingText.Write(manifests);
        }
        return isRead;
    }

    private static int Print(string text)
    {
        StandardOutput.Page(text);
        return ExitCode.Good;
    }
}
