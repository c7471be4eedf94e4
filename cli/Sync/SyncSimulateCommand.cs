using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Simulation.Play;
using Orchestrator.Simulation.Timelines;
using Orchestrator.Text;

namespace Orchestrator.Cli.Sync;

/// <summary><c>sync simulate</c>: plays a scenario on this machine.</summary>
internal static class SyncSimulateCommand
{
    private const string Extension = ".yaml";
    private const int LongestScenario = 1024 * 1024;
    private static readonly string[] Heads = ["SCENARIO", "SYNC LOSES", "ARTICLE LOSES", "NOTHING LOSES", "WHAT HAPPENS"];

    private static string Folder => Checkout.IsHere ? Checkout.PathOf("simulation", "Scenarios") : Path.Combine(AppContext.BaseDirectory, "Scenarios");

    internal static Command Create()
    {
        var scenario = new Argument<string?>("SCENARIO") { Description = "One that comes with the program, or a file that ends in .yaml. Without it, all that come with it are played, by each algorithm.", Arity = ArgumentArity.ZeroOrOne };
        var algorithm = new Option<string>("--algorithm") { Description = "sync: the function that is deployed; article: what AWS's article does; nothing: no function at all. sync unless given.", DefaultValueFactory = _ => "sync" }.AcceptOnlyFromAmong("sync", "article", "nothing");
        var svg = new Option<string?>("--svg") { Description = "Draws the timeline to this file.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Prints the timeline as JSON." };
        var command = new ExampleCommand(
            "simulate",
            "Plays a scenario with the function's own code over a load balancer, a DNS and a target group that are simulated, on a clock of its own: what is registered and removed when, and what traffic is lost.",
            "./orchestrator sync simulate",
            "./orchestrator sync simulate full-replacement --svg artifacts/timeline.svg",
            "./orchestrator sync simulate registration-fails --algorithm article")
        {
            scenario,
            algorithm,
            svg,
            json,
        };
        command.SetAction(result => result.GetValue(scenario) is { } name
            ? Play(name, Enum.Parse<Algorithm>(result.GetValue(algorithm)!, ignoreCase: true), result.GetValue(svg), result.GetValue(json))
            : result.GetValue(svg) is not null || result.GetValue(json) ? throw new Failure("--svg and --json are of one scenario: name it") : Compare());
        return command;
    }

    private static int Play(string name, Algorithm algorithm, string? svg, bool isJson)
    {
        var file = FileOf(name);
        Scenario scenario;
        try
        {
            scenario = ScenarioReader.Read(file, InputFile.ReadText(file, LongestScenario));
        }
        catch (InputFileException exception)
        {
            throw new Failure($"{file} cannot be read: {exception.Message}");
        }
        catch (ScenarioException exception)
        {
            foreach (var problem in exception.Problems)
            {
                Terminal.Finding("error", $"{problem}");
            }
            return ExitCode.Failed;
        }
        var timeline = Simulator.Play(scenario, algorithm);
        StandardOutput.Page(isJson ? TimelineJson.Of(timeline).ToJsonString(ReadableJson.Options) + "\n" : TimelineText.Of(timeline));
        if (svg is not null)
        {
            var partial = $"{svg}.partial";
            File.WriteAllText(partial, TimelineSvg.Of(timeline));
            File.Move(partial, svg, overwrite: true);
        }
        return ExitCode.Good;
    }

    private static int Compare()
    {
        var scenarios = Names().Select(name => ScenarioReader.Read(FileOf(name), File.ReadAllText(FileOf(name)))).ToList();
        StandardOutput.Page(TextTable.Of(Heads, [.. scenarios.Select(scenario => (IReadOnlyList<string>)[scenario.Name, Loss(scenario, Algorithm.Sync), Loss(scenario, Algorithm.Article), Loss(scenario, Algorithm.Nothing), scenario.Description])]));
        return ExitCode.Good;
    }

    private static string Loss(Scenario scenario, Algorithm algorithm)
    {
        var timeline = Simulator.Play(scenario, algorithm);
        return timeline.WorstLoss == 0 ? "nothing" : $"up to {TimelineText.Percent(timeline.WorstLoss)}, {timeline.LossDuration.TotalSeconds:0} s";
    }

    private static string FileOf(string name)
    {
        if (name.EndsWith(Extension, StringComparison.Ordinal))
        {
            return name;
        }
        var file = Path.Combine(Folder, name + Extension);
        return File.Exists(file) ? file : throw new Failure($"there is no scenario {name}: there are {string.Join(", ", Names())}, or name a file that ends in {Extension}");
    }

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, $"*{Extension}").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);
}
