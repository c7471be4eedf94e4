using Orchestrator.Cli.Output;

namespace Orchestrator.Cli.Sync;

/// <summary>Prints what the function says.</summary>
internal static class SyncOutput
{
    /// <summary>Prints it.</summary>
    /// <returns>The exit code: 1 where a run went wrong, 2 where something would change.</returns>
    internal static int Write(SyncReport report, bool isJson)
    {
        StandardOutput.Page(isJson ? report.Json.ToJsonString(ReadableJson.Options) + "\n" : SyncText.Of(report));
        return report.IsFailed ? ExitCode.Failed : report.IsDryRun && report.HasChanges ? ExitCode.Changes : ExitCode.Good;
    }
}
