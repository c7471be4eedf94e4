using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Publishing;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Cli;

/// <summary><c>publish</c>: modules for teams that use plain Terraform.</summary>
internal static class PublishCommand
{
    internal static Command Create()
    {
        var names = new Argument<string[]>("MODULE") { Description = $"{string.Join(", ", Publisher.Names)}. All unless given.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--out") { Description = "The directory to publish in.", HelpName = "DIR" };
        var against = new Option<string>("--against") { Description = "A directory that was published in before: tells what breaks for those who use it, and which version that needs.", HelpName = "DIR" };
        var format = new Option<string>("--format") { Description = "How --against tells it: text, json or markdown (a pull request's comment). text unless given.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new ExampleCommand(
            "publish",
            "Writes Terraform modules, each as HCL and as JSON, with examples, tests and an archive, and an index of them. A version that is published already is never changed: the exit code is then 1. With --against, exit code 3 where a module's CHANGELOG has too low a version for what changed; then nothing is written.",
            "./orchestrator publish --out build/modules",
            "./orchestrator publish application-load-balancer --against build/modules",
            "./orchestrator publish --against build/modules --format json")
        {
            names,
            output,
            against,
            format,
            Terminal.IsVerbose,
        };
        command.SetAction(result => Run(result.GetValue(names)!, result.GetValue(output), result.GetValue(against), result.GetValue(format)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> names, string? output, string? against, string format)
    {
        if (output is null && against is null)
        {
            throw new Failure($"publish needs --out, --against or both; see {Hint.Of("publish", "--help")}");
        }
        if (format != "text" && against is null)
        {
            throw new Failure("--format is how --against tells what changed; give --against, or leave --format out");
        }
        if (names.Except(Publisher.Names).ToList() is { Count: > 0 } unknown)
        {
            throw new Failure($"there is no module {string.Join(", ", unknown)}; there are {string.Join(", ", Publisher.Names)}");
        }
        using var engine = new EngineSession();
        var publications = Terminal.While("making the modules", () => Publisher.Make(names.Count == 0 ? Publisher.Names : names, SyncPackage.Of, engine.Replay));
        if (against is not null && !Compare(publications, against, format))
        {
            return ExitCode.Findings;
        }
        if (output is not null)
        {
            new PublishDirectory(output).Add(publications);
            // Whoever reads standard output as JSON finds nothing else there.
            Action<string> report = format == "text" ? StandardOutput.Line : Terminal.Line;
            foreach (var publication in publications)
            {
                report($"{publication.Name} {publication.Version}: {Path.Combine(output, publication.Name)}, sha256 {publication.Sha256}");
            }
        }
        return ExitCode.Good;
    }

    /// <summary>Tells what changes for the users of modules; whether every version is high enough for it.</summary>
    private static bool Compare(IReadOnlyList<Publication> publications, string directory, string format)
    {
        var comparisons = new PublishDirectory(directory).Compare(publications);
        StandardOutput.Page(format switch
        {
            "json" => ComparisonJson.Of(comparisons),
            "markdown" => ComparisonMarkdown.Of(comparisons),
            _ => ComparisonText.Of(comparisons),
        });
        var tooLow = comparisons.Where(comparison => !comparison.IsEnough).ToList();
        foreach (var comparison in tooLow)
        {
            Terminal.Error($"{comparison.Name}: CHANGELOG.md says {comparison.New}, but what changed since {comparison.Old} needs {comparison.Needed} or higher");
        }
        return tooLow.Count == 0;
    }
}
