using System.CommandLine;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli;

/// <summary><c>setup</c>: the launcher has done everything by the time this runs.</summary>
internal static class SetupCommand
{
    internal static Command Create()
    {
        var command = new ExampleCommand(
            "setup",
            "Makes the C# bindings, restores and builds; does nothing where all is fresh. Every other command begins with it.",
            "./orchestrator setup",
            "STANDINS=none ./orchestrator setup");
        command.SetAction(_ =>
        {
            StandardOutput.Line("set up");
            return ExitCode.Good;
        });
        return command;
    }
}
