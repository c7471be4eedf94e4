using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>setup</c>: the launcher has done everything but the machine code by the time this runs.</summary>
internal static class SetupCommand
{
    internal static Command Create()
    {
        var native = new Option<bool>("--native") { Description = "Compiles the program to machine code too, in some minutes: every command then starts in a tenth of a second. It takes clang and the ILCompiler package. It is used until something that the program is built from changes." };
        var command = new ExampleCommand(
            "setup",
            "Makes the C# bindings, restores and builds; does nothing where all is fresh. Every other command begins with it.",
            "./orchestrator setup",
            "./orchestrator setup --native",
            "STANDINS=none ./orchestrator setup")
        {
            native,
        };
        command.SetAction(result => Run(result.GetValue(native)));
        return command;
    }

    private static int Run(bool native)
    {
        if (native && Terminal.While("compiling to machine code", () => NativeProgram.Make(NativeProgram.Executable)) is { } problem)
        {
            throw new Failure($"the program cannot be compiled to machine code: {problem}; without, everything works as before");
        }
        StandardOutput.Line($"set up: {Checkout.Root}");
        return ExitCode.Good;
    }
}
