using System.CommandLine;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli.Sync;

/// <summary><c>sync run</c>: one run of the deployed function, dry unless told otherwise.</summary>
internal static class SyncRunCommand
{
    internal static Command Create()
    {
        var function = new FunctionOptions();
        var apply = new Option<bool>("--apply") { Description = "Makes the run: registers and removes. Without it the function only tells what a run would do." };
        var json = new Option<bool>("--json") { Description = "Prints the function's report as JSON." };
        var command = new ExampleCommand(
            "run",
            "Makes one run of the function, which asks the DNS anew: dry unless --apply is given. Exit code 2: a dry run would change something.",
            "./orchestrator sync run static-ip-sync",
            "./orchestrator sync run static-ip-sync --apply");
        function.AddTo(command);
        command.Add(apply);
        command.Add(json);
        command.SetAction(result => Run(function.Connect(result), result.GetValue(apply), result.GetValue(json)));
        return command;
    }

    private static int Run(DeployedFunction function, bool applies, bool isJson)
    {
        var report = Terminal.While($"running {function.Name}", () => function.Invoke(applies ? "{}" : """{"dryRun":true}"""));
        var code = SyncOutput.Write(report, isJson);
        return applies && report.IsDryRun ? throw new Failure($"the function {function.Name} changed nothing: its variable SYNC_DRY_RUN is true; set it to false, and run again") : code;
    }
}
