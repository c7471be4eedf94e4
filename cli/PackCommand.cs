using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>pack</c>: what installs this program elsewhere, and the library for C# programs.</summary>
internal static class PackCommand
{
    internal static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Where to. artifacts/packages of the checkout unless given.", HelpName = "DIR" };
        var runtimes = new Option<string[]>("--runtime") { Description = "What the program is packed for; may be repeated. All of them unless given." }.AcceptOnlyFromAmong(ProgramPackages.Runtimes);
        var archives = new Option<bool>("--archives") { Description = "Makes archives too, that need no .NET: orchestrator-VERSION-RUNTIME.tar.gz." };
        var command = new ExampleCommand(
            "pack",
            "Packs the program as a .NET tool, and what C# programs refer to as NuGet packages. The same sources and SDK give the same bytes.",
            "./orchestrator pack",
            "./orchestrator pack --out build/packages --runtime linux-x64 --archives")
        {
            output,
            runtimes,
            archives,
        };
        command.SetAction(result => Run(result.GetValue(output), result.GetValue(runtimes) is { Length: > 0 } named ? named : ProgramPackages.Runtimes, result.GetValue(archives)));
        return command;
    }

    private static int Run(string? named, IReadOnlyList<string> runtimes, bool withArchives)
    {
        var directory = Path.GetFullPath(named ?? Checkout.PathOf("artifacts", "packages"));
        var files = Terminal.While("packing", () => ProgramPackages.Make(directory, runtimes, withArchives));
        foreach (var file in files)
        {
            StandardOutput.Line($"written: {Hint.PathTo(Path.Combine(directory, file))}");
        }
        return ExitCode.Good;
    }
}
