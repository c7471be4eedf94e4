using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Diagram;
using Orchestrator.Modules.Diagrams;
using Orchestrator.Review;
using Orchestrator.Review.Rules;

namespace Orchestrator.Cli;

/// <summary><c>diagram</c>: the path of traffic as a picture.</summary>
internal static class DiagramCommand
{
    internal static Command Create()
    {
        var files = ManifestArguments.Create();
        files.Description += " A file that ends in .json is a plan that terraform show -json printed; here - reads one from standard input.";
        var environments = ManifestArguments.Environments();
        var format = new Option<string>("--format") { Description = "mermaid, or markdown: fenced, and a table where there is too much for a picture. mermaid unless given.", DefaultValueFactory = _ => "mermaid" }.AcceptOnlyFromAmong("mermaid", "markdown");
        var command = new ExampleCommand(
            "diagram",
            "Draws the path of traffic, from the Internet to the targets: through what a manifest declares, or through a plan, coloured by what happens.",
            "./orchestrator diagram examples/fargate-alb.yaml",
            "./orchestrator diagram examples --format markdown",
            "./orchestrator diagram plan.json")
        {
            files,
            environments,
            format,
        };
        command.SetAction(result => Run(result.GetValue(files)!, result.GetValue(environments)!, result.GetValue(format)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environments, string format)
    {
        var plans = arguments.Where(IsPlan).Select(file => (Title: Path.GetFileName(file), Diagram: new Reviewer(PlanRules.All).Review(PlanFile.Read(file)).Picture)).ToList();
        var manifests = plans.Count > 0 && plans.Count == arguments.Count ? [] : ManifestArguments.Read([.. arguments.Where(file => !IsPlan(file))], environments);
        if (FindingText.Forbids(manifests, "drawn"))
        {
            return ExitCode.Findings;
        }
        Write([.. manifests.Select(manifest => (manifest.Shown(manifest.StackName), ManifestDiagram.Of(manifest))), .. plans], format);
        return ExitCode.Good;
    }

    private static bool IsPlan(string file) => file == "-" || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static void Write(List<(string Title, TrafficDiagram Diagram)> pictures, string format)
    {
        if (format == "markdown")
        {
            StandardOutput.Page(string.Join('\n', pictures.Select(picture => $"## {Markdown.Text(picture.Title)}\n\n{Mermaid.Markdown(picture.Diagram)}")));
            return;
        }
        if (pictures.Count > 1)
        {
            throw new Failure($"there are {pictures.Count} pictures, and Mermaid draws one: name one file, or use --format markdown");
        }
        var diagram = pictures[0].Diagram;
        StandardOutput.Page(diagram.IsTooLarge ? Mermaid.Markdown(diagram) : Mermaid.Of(diagram));
    }
}
