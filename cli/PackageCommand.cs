using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;

namespace Orchestrator.Cli;

/// <summary><c>package</c>: the sync Lambda's zip.</summary>
internal static class PackageCommand
{
    internal static Command Create()
    {
        var runtime = new Option<string>("--runtime") { Description = "linux-x64 or linux-arm64. linux-x64 unless given.", DefaultValueFactory = _ => LambdaPackage.DefaultRuntime }.AcceptOnlyFromAmong("linux-x64", "linux-arm64");
        var command = new ExampleCommand(
            "package",
            "Builds the sync Lambda's zip, where it is not built from these sources yet, and tells its path, size and hash. The same sources and SDK give the same bytes.",
            "./orchestrator package")
        {
            runtime,
        };
        command.SetAction(result => Run(result.GetValue(runtime)!));
        return command;
    }

    private static int Run(string runtime)
    {
        var package = Terminal.While($"building the sync Lambda for {runtime}", () => LambdaPackage.Get(runtime));
        Console.WriteLine(package.Text());
        return ExitCode.Good;
    }
}
