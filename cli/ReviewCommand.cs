using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Review;
using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Output;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary><c>review</c>: says what a plan does, in the words of load balancing.</summary>
internal static class ReviewCommand
{
    private static readonly string[] Formats = ["text", "markdown", "json", "sarif", "html"];

    internal static Command Create()
    {
        var plan = new Argument<string?>("PLAN_JSON") { Description = "What terraform show -json PLANFILE printed, or tofu; - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text, markdown, json, sarif or html. text unless given.", DefaultValueFactory = _ => Formats[0] }.AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--out") { Description = "Writes to this file instead of standard output.", HelpName = "FILE" };
        var acknowledgements = new Option<string?>("--acks") { Description = "Findings that somebody answers for: docs/review.md says how.", HelpName = "FILE" };
        var settings = new Option<string?>("--settings") { Description = "Severities, allowed ports, and what the plan is expected to be.", HelpName = "FILE" };
        var stack = new Option<string>("--stack") { Description = "What the plan is called in headings and in the hidden marker of a comment.", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var most = new Option<int>("--max-characters") { Description = $"The most characters of markdown. {ReviewMarkdown.CommentBudget} unless given: what fits a comment.", HelpName = "N", DefaultValueFactory = _ => ReviewMarkdown.CommentBudget };
        var expected = new Option<string?>("--expect") { Description = "The fingerprint of the plan that was reviewed. Any other plan fails with exit code 1.", HelpName = "FINGERPRINT" };
        var rules = new Option<bool>("--rules") { Description = "With a plan, says at the end of the text what each rule came to. Without one, prints every rule as Markdown: docs/plan-rules.md is this output." };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < ReviewMarkdown.LeastBudget)
            {
                result.AddError($"--max-characters is at least {ReviewMarkdown.LeastBudget}.");
            }
        });
        var command = new ExampleCommand(
            "review",
            "Reviews the JSON of any Terraform or OpenTofu plan. Exit code 0: nothing changes; 2: changes; 3: findings that nobody answers for; 1: no plan.",
            "./orchestrator review plan.json",
            "./orchestrator review plan.json --format markdown --stack edge --acks acks.json",
            "terraform show -json plan | ./orchestrator review - --format html --out review.html")
        {
            plan,
            format,
            output,
            acknowledgements,
            settings,
            stack,
            most,
            expected,
            rules,
        };
        command.SetAction(result => result.GetValue(rules) && result.GetValue(plan) is null
            ? Print(RulesPage.Of(PlanRules.All))
            : Run(
                result.GetValue(plan) ?? throw new Failure($"no plan is named: run terraform show -json PLANFILE > plan.json, then {Hint.Of("review", "plan.json")}"),
                result.GetValue(format)!,
                result.GetValue(output),
                result.GetValue(acknowledgements),
                result.GetValue(settings),
                result.GetValue(stack)!,
                result.GetValue(most),
                result.GetValue(expected),
                result.GetValue(rules)));
        return command;
    }

    private static int Run(string file, string format, string? output, string? acknowledgementFile, string? settingsFile, string stack, int most, string? expected, bool tellsRules)
    {
        var reviewer = new Reviewer(PlanRules.All);
        var settings = PlanFile.ReadBeside(settingsFile, (name, text) => SettingsReader.Read(name, text, reviewer.Rules));
        var acknowledgements = PlanFile.ReadBeside(acknowledgementFile, (name, text) => AcknowledgementReader.Read(name, text, reviewer.Rules));
        var review = Terminal.While("reviewing", () => reviewer.Review(PlanFile.Read(file), settings, acknowledgements));
        var text = format switch
        {
            "markdown" => ReviewMarkdown.Of(review, stack, most),
            "json" => ReviewJson.Of(review),
            "sarif" => ReviewSarif.Of(review, reviewer.Rules, SarifFile(file)),
            "html" => ReviewHtml.Of(review, stack),
            _ => $"{ReviewText.Of(review, output is null && StandardOutput.HasColors)}{(tellsRules ? ReviewText.OfRules(review, reviewer.Rules) : "")}",
        };
        if (expected is not null && expected != review.Fingerprint)
        {
            throw new Failure($"this is not the plan that was reviewed: its fingerprint is {review.Fingerprint}, expected {expected}; review it again");
        }
        if (output is null)
        {
            StandardOutput.Page(text);
        }
        else
        {
            File.WriteAllText(output, PlainText.Page(text));
        }
        return ExitCodeOf(review);
    }

    private static int ExitCodeOf(PlanReview review) => review.IsBlocked ? ExitCode.Findings : review.HasChanges ? ExitCode.Changes : ExitCode.Good;

    // Code scanning shows only what stands in a file of the repository.
    private static string SarifFile(string plan) => plan == InputFile.StandardInput || Path.IsPathRooted(plan) ? "plan.json" : plan.Replace('\\', '/');

    private static int Print(string text)
    {
        StandardOutput.Page(text);
        return ExitCode.Good;
    }
}
