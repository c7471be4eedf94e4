using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;

namespace Orchestrator.Cli;

/// <summary><c>package</c>: the sync Lambda's zip.</summary>
internal static class PackageCommand
{
    internal static Command Create()
    {
        var runtime = new Option<string>("--runtime") { Description = "linux-arm64 or linux-x64. linux-arm64 unless given, which is what functions run on unless set.", DefaultValueFactory = _ => LambdaPackage.DefaultRuntime }.AcceptOnlyFromAmong(LambdaPackage.Arm64, LambdaPackage.X64);
        var command = new ExampleCommand(
            "package",
            "Builds the sync Lambda's zip, where it is not built from these sources yet, and tells its path, size, hash and how it is compiled: natively, or, where clang and what it links with are missing, as ReadyToRun code, which starts later and needs more memory; REQUIRE_AOT=1 makes that a failure. The same sources, SDK and linker give the same bytes.",
            "./orchestrator package",
            "./orchestrator package --runtime linux-x64")
        {
            runtime,
        };
        command.SetAction(result => Run(result.GetValue(runtime)!));
        return command;
    }

    private static int Run(string runtime)
    {
        var package = Terminal.While($"building the sync Lambda for {runtime}", () => LambdaPackage.Get(runtime));
        StandardOutput.Page($"{package.Text()}\n");
        return ExitCode.Good;
    }
}
