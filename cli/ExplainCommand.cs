using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Modules.Findings;
using Orchestrator.Review.Output;
using Orchestrator.Review.Rules;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary><c>explain</c>: what one rule says, and why.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var rule = new Argument<string>("RULE") { Description = "The id of a rule of check or of the plan review, as findings have it.", HelpName = "RULE" };
        rule.CompletionSources.Add(_ => Ids.Select(id => new System.CommandLine.Completions.CompletionItem(id)));
        var command = new ExampleCommand(
            "explain",
            "Says of a rule what holds, what happens otherwise, and where that is written.",
            "./orchestrator explain TG045",
            "./orchestrator explain PLAN07")
        {
            rule,
        };
        command.SetAction(result => Run(result.GetValue(rule)!));
        return command;
    }

    private static IEnumerable<string> Ids => RuleCatalogue.All.Select(rule => rule.Id).Concat(PlanRules.All.Select(rule => rule.Id));

    private static int Run(string id)
    {
        StandardOutput.Page(Explain(id.ToUpperInvariant()) ?? throw new Failure($"there is no rule {id}{(Nearest.Hint(id, Ids) is { Length: > 0 } hint ? $"; {hint}" : "")} {Hint.Of("rules")} and {Hint.Of("review", "--rules")} list them"));
        return ExitCode.Good;
    }

    private static string? Explain(string id) =>
        RuleCatalogue.Has(id) ? $"# {id}\n\n{RulesMarkdown.Section(RuleCatalogue.Get(id))}"
        : PlanRules.All.FirstOrDefault(rule => rule.Id == id) is { } rule ? RulesPage.Section(rule)
        : null;
}
