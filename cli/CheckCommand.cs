using System.CommandLine;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli;

/// <summary><c>check</c>: all findings, without synthesis.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var manifests = ManifestArguments.Create();
        var format = new Option<string>("--format") { Description = "text (to standard error) or json (to standard output). text unless given.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
        var command = new ExampleCommand(
            "check",
            "Checks manifests without synthesizing them. Reports all findings at once; exit code 3 if one is at error level.",
            "./orchestrator check examples/fargate-alb.yaml",
            "./orchestrator check examples --format json")
        {
            manifests,
            format,
        };
        command.SetAction(result => Run(result.GetValue(manifests)!, result.GetValue(format)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> arguments, string format)
    {
        var manifests = ManifestArguments.Read(arguments);
        if (format == "json")
        {
            Console.WriteLine(FindingJson.Of(manifests));
        }
        else
        {
            FindingText.Write(manifests);
            Console.WriteLine(FindingText.Count(manifests));
        }
        return manifests.Any(manifest => manifest.HasErrors) ? ExitCode.Findings : ExitCode.Good;
    }
}
