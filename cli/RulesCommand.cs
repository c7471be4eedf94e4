using System.CommandLine;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli;

/// <summary><c>rules</c>: the catalogue of rules.</summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var command = new ExampleCommand(
            "rules",
            "Prints every rule that check knows, as Markdown. docs/rules.md is this output.",
            "./orchestrator rules > docs/rules.md");
        command.SetAction(_ =>
        {
            Console.Write(RulesMarkdown.Text());
            return ExitCode.Good;
        });
        return command;
    }
}
