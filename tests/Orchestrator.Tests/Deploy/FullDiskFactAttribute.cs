using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>A test that needs a small disk. Skipped by name where nobody may mount one, or where Terraform is missing.</summary>
public sealed class FullDiskFactAttribute : FactAttribute
{
    private static readonly string? Reason = Processes.Run("sh", ["-c", "unshare -rm mount -t tmpfs none /mnt"], AppContext.BaseDirectory).ExitCode == 0 ? null : "no file system can be mounted here";

    public FullDiskFactAttribute() => Skip = TerraformDirectory.ReasonToSkip ?? Reason;

    /// <summary>Runs the orchestrator with a directory on a disk of some KiB.</summary>
    internal static ProcessResult RunOn(string directory, int size, Scratch scratch, params IEnumerable<string> arguments) =>
        Processes.Run("unshare", ["-rm", "sh", "-c", $"mount -t tmpfs -o size={size}k none {directory} && exec \"$@\"", "sh", .. Scratch.Command, .. arguments], scratch.Root, new Dictionary<string, string?> { ["NO_COLOR"] = "1", ["TF_WORKSPACE"] = null });
}
