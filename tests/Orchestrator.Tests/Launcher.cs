namespace Orchestrator.Tests;

/// <summary>The launcher, started in the checkout as a reader of the documentation starts it.</summary>
internal static class Launcher
{
    internal static ProcessResult Run(params IReadOnlyList<string> arguments) =>
        Processes.Run(Repository.PathOf("orchestrator"), arguments, Repository.Root, new Dictionary<string, string?> { ["NO_COLOR"] = "1", ["ORCHESTRATOR_MANIFEST"] = null, ["CDKTF_OUTDIR"] = null });
}
