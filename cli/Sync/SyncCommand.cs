using System.CommandLine;

namespace Orchestrator.Cli.Sync;

/// <summary><c>sync</c>: looks after the static-IP sync Lambda.</summary>
internal static class SyncCommand
{
    internal static Command Create() => new ExampleCommand(
        "sync",
        "Looks after the Lambda that keeps an NLB's target group equal to an ALB's addresses: docs/operating-the-sync.md.",
        "./orchestrator sync status static-ip-sync",
        "./orchestrator sync run static-ip-sync --apply",
        "./orchestrator sync simulate scale-out")
    {
        SyncStatusCommand.Create(),
        SyncRunCommand.Create(),
        SyncSimulateCommand.Create(),
    };
}
