using System.CommandLine;
using System.CommandLine.Parsing;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli;

/// <summary><c>check</c>: all findings, without synthesis.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var manifests = ManifestArguments.Create();
        var environments = ManifestArguments.Environments();
        var format = new Option<string>("--format") { Description = "text (to standard error), json, sarif (code scanning) or markdown (a pull request's comment), each to standard output. text unless given.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "sarif", "markdown");
        var rulesPage = new Option<Uri?>("--rules-page") { Description = "Where docs/rules.md is published, for the links of sarif. To the rules' own sources unless given.", HelpName = "URL", CustomParser = RulesPage };
        var command = new ExampleCommand(
            "check",
            "Checks manifests without synthesizing them. Reports all findings at once; exit code 3 if one is at error level.",
            "./orchestrator check examples/fargate-alb.yaml",
            "./orchestrator check examples --format json",
            "./orchestrator check - < examples/fargate-alb.yaml",
            "./orchestrator check examples --format sarif > check.sarif")
        {
            manifests,
            environments,
            format,
            rulesPage,
        };
        command.SetAction(result => Run(result.GetValue(manifests)!, result.GetValue(environments)!, result.GetValue(format)!, result.GetValue(rulesPage)));
        return command;
    }

    private static Uri? RulesPage(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var page) && page.Scheme is "https" or "http" && page.Fragment.Length == 0)
        {
            return page;
        }
        result.AddError("--rules-page is an http or https address without a fragment.");
        return null;
    }

    private static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environments, string format, Uri? rulesPage)
    {
        var manifests = ManifestArguments.Read(arguments, environments);
        if (format == "text")
        {
            FindingText.Write(manifests);
        }
        var page = format switch
        {
            "json" => FindingJson.Of(manifests),
            "sarif" => FindingSarif.Of(manifests, rulesPage),
            "markdown" => FindingMarkdown.Of(manifests).TrimEnd('\n'),
            _ => FindingText.Count(manifests),
        };
        StandardOutput.Page($"{page}\n");
        return manifests.Any(manifest => manifest.HasErrors) ? ExitCode.Findings : ExitCode.Good;
    }
}
