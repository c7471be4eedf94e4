using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Modules.Names;

namespace Orchestrator.Cli;

/// <summary><c>rules</c>: the catalogue of rules.</summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var format = new Option<string>("--format") { Description = "markdown or json. markdown unless given.", DefaultValueFactory = _ => "markdown" }.AcceptOnlyFromAmong("markdown", "json");
        var examples = new Option<string?>("--examples") { Description = "A directory with a RULE.yaml for each rule; its first case that breaks the rule is shown. None unless given.", HelpName = "DIR" };
        var names = new Option<bool>("--names") { Description = "Prints what AWS wants of names, and what things are called unless something else is set: docs/names.md." };
        var command = new ExampleCommand(
            "rules",
            "Prints every rule that check knows. docs/rules.md is this output, with the tests' cases as examples.",
            "./orchestrator rules --examples tests/Modules.Tests/Rules/Cases > docs/rules.md",
            "./orchestrator rules --format json",
            "./orchestrator rules --names > docs/names.md")
        {
            format,
            examples,
            names,
        };
        command.SetAction(result => result.GetValue(names) ? PrintNames() : Run(result.GetValue(format)!, result.GetValue(examples)));
        return command;
    }

    private static int PrintNames()
    {
        StandardOutput.Page(NamesPage.Markdown());
        return ExitCode.Good;
    }

    private static int Run(string format, string? directory)
    {
        var examples = directory is null ? new Dictionary<string, RuleExample>() : RuleExamples.Read(directory);
        StandardOutput.Page(format == "json" ? $"{RulesJson.Text(examples)}\n" : RulesMarkdown.Text(examples));
        return ExitCode.Good;
    }
}
