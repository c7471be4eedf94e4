namespace Orchestrator.Cli.Toolchain;

/// <summary>The node that CDKTF runs in.</summary>
internal static class Node
{
    /// <summary>Whether there is one.</summary>
    internal static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(directory => File.Exists(Path.Combine(directory, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    /// <summary>Fails with what to do where there is no node; starting it would fail with less.</summary>
    /// <param name="purpose">What it is for.</param>
    internal static void Require(string purpose)
    {
        if (!IsInstalled)
        {
            throw new Failure($"node is not installed: version {Tool.Node.Minimum} or newer is needed {purpose}; get it from {Tool.Node.Source}");
        }
    }
}
