namespace Orchestrator.Cli.Toolchain;

/// <summary>The node that CDKTF runs in.</summary>
internal static class Node
{
    /// <summary>Whether there is one.</summary>
    internal static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(directory => File.Exists(Path.Combine(directory, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    /// <summary>Fails with what to do where there is no node; starting it would fail with less.</summary>
    internal static void Require()
    {
        if (!IsInstalled)
        {
            throw new Failure($"node is not installed: version {Tool.Node.Minimum} or newer is needed to synthesize; get it from {Tool.Node.Source}");
        }
    }
}
